/**
 * How many of the techniques and tactics in the fields of the corpus's rules are recognized, with those that aren't.
 *   node out/recall.js
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expectedIn, missedOf } from '../support/schemaRecall';
import { readTexts } from './texts';

const corpus = process.env['CORPUS_DIR'] ?? path.join(process.cwd(), '../shared/corpus');

if (existsSync(corpus)) report(corpus);
else console.log(`Nothing to read: CORPUS_DIR is ${corpus}`);

function report(folder: string): void {
  const counts = new Map<string, [found: number, all: number]>();
  const add = (key: string, found: number, all: number): void => {
    const [a, b] = counts.get(key) ?? [0, 0];
    counts.set(key, [a + found, b + all]);
  };
  for (const { name, languageId, text } of readTexts(folder)) {
    if (languageId !== 'yaml') continue;
    const expected = expectedIn(text);
    const missed = missedOf(text, languageId, expected);
    for (const kind of ['technique', 'tactic'] as const) {
      const all = expected.filter((each) => each.kind === kind).length;
      const found = all - missed.filter((each) => each.kind === kind).length;
      add(`${kind} ${name.split('/')[0] ?? ''}`, found, all);
      add(`${kind} all`, found, all);
    }
    for (const { id, text: written, path: keys } of missed)
      console.log(`missed ${id} "${written}" at ${keys} in ${name}`);
  }
  for (const [key, [found, all]] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (all > 0)
      console.log(
        `${String(found).padStart(6)} of ${String(all).padStart(6)}  ${((100 * found) / all).toFixed(2)} %  ${key}`,
      );
}
