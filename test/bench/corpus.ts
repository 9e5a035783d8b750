/**
 * Reads every document below CORPUS_DIR, prints how many references and findings there are of each kind, and writes
 * each finding and each uncertain reference with its line to a file, for a person to read.
 *   node out/corpus.js [--out FILE]     (default: out/corpus.txt)
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Analysis } from '../../src/core/analysis/analysis';
import { stateOf } from '../../src/core/resolution/resolve';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings';
import { realKnowledge } from '../support/knowledge';
import { readTexts } from './texts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/corpus.txt' } } });
const corpus = process.env['CORPUS_DIR'] ?? path.join(process.cwd(), '../shared/corpus');

if (existsSync(corpus)) report(corpus);
else console.log(`Nothing to read: CORPUS_DIR is ${corpus}`);

function report(folder: string): void {
  const counts = new Map<string, number>();
  const add = (key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
  const lines: string[] = [];
  for (const { name, languageId, text } of readTexts(folder)) {
    const analysis = new Analysis(text, languageId, realKnowledge(), DEFAULT_SETTINGS);
    const contextOf = (offset: number): string => {
      const { lines: index } = analysis.document;
      const line = index.lineAt(offset);
      const from = Math.max(index.startOf(line), offset - 100);
      return `${name}:${line + 1}\n    ${text.slice(from, Math.min(index.endOf(line), offset + 100)).trim()}`;
    };
    for (const reference of analysis.references) {
      add(`certainty  ${reference.family} ${reference.certainty}`);
      add(`state      ${reference.family} ${stateOf(analysis.resolve(reference))}`);
      if (reference.edition) add(`edition    ${reference.edition.edition}, by ${reference.edition.source}`);
      if (reference.certainty !== 'certain') {
        lines.push(`${reference.certainty} ${reference.id}  ${contextOf(reference.span.start)}`);
      }
    }
    for (const { rule, severity, span, message } of analysis.findings) {
      add(`finding    ${severity} ${rule}`);
      lines.push(`${severity} ${rule}: ${message.text}\n    ${contextOf(span.start)}`);
    }
  }
  for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(7)}  ${key}`);
  mkdirSync(path.dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${lines.join('\n')}\n`);
  console.log(`\nEach finding and each uncertain reference, with its line: ${values.out}`);
}
