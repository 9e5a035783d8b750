import fs from 'node:fs';
import path from 'node:path';
import { readTexts, type Text } from '../bench/texts';
import { isLong } from './rounds';

const corpus = process.env['CORPUS_DIR'] ?? '../shared/corpus';
/** `npm test` reads one document out of this many. */
const SAMPLED = 10;

/** A document of the corpus. */
export interface CorpusDocument {
  readonly name: string;
  readonly text: string;
}

/**
 * The documents of the corpus whose name matches: a sample in `npm test`, all in `npm run test:long`. Where there is
 * no corpus, the test is skipped.
 */
export function* corpusDocuments(test: Mocha.Context, pattern: RegExp): Generator<CorpusDocument> {
  if (!fs.existsSync(corpus)) {
    console.log(`No corpus at ${corpus}`);
    test.skip();
  }
  const names = fs
    .readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort();
  for (const [index, name] of names.entries())
    if (isLong || index % SAMPLED === 0)
      yield { name, text: fs.readFileSync(path.join(corpus, name), 'utf8') };
}

/** In characters: larger ones are for the long run. */
const MAX_DOCUMENT = 500_000;

/** Every Markdown and YAML document of the corpus, the largest only in `npm run test:long`; skips the test without a corpus. */
export function wholeCorpus(test: Mocha.Context): Text[] {
  if (!fs.existsSync(corpus)) {
    console.log(`No corpus at ${corpus}`);
    test.skip();
  }
  return readTexts(corpus).filter(({ text }) => isLong || text.length <= MAX_DOCUMENT);
}
