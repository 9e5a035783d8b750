/**
 * The golden record: verdict, edition and evidence of every reference, and every finding, in the documents below
 * CORPUS_DIR and in the fixtures. It holds places and ids, and no text.
 *   node out/golden.js              prints what differs from the record, a line for each
 *   node out/golden.js --write      writes the record anew
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Analysis } from '../../src/core/analysis/analysis';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings';
import { projectFolder, realKnowledge } from '../support/knowledge';
import { unmark } from '../support/marked';
import { readTexts, type Text } from './texts';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, record: { type: 'string' } },
});
const record = values.record ?? path.join(projectFolder, 'test/golden.tsv');
const corpus = process.env['CORPUS_DIR'] ?? path.join(projectFolder, '../shared/corpus');
const fixtures = path.join(projectFolder, 'test/fixtures/recognition');

const now = new Map([...rowsOf('fixtures', fixtures), ...rowsOf('corpus', corpus)]);
if (values.write) write();
else compare();

/** By document: what is found in it, each as `line:character what`. */
function rowsOf(label: string, folder: string): [string, string[]][] {
  if (!existsSync(folder)) return [];
  return readTexts(folder).map((text) => [`${label}/${text.name}`, entriesOf(text)]);
}

function entriesOf({ languageId, text }: Text): string[] {
  const unmarked = unmark(text).text;
  const analysis = new Analysis(unmarked, languageId, realKnowledge(), DEFAULT_SETTINGS);
  const { lines } = analysis.document;
  const at = (offset: number): string => {
    const line = lines.lineAt(offset);
    return `${line + 1}:${offset - lines.startOf(line) + 1}`;
  };
  const references = analysis.references.map(
    ({ span, id, certainty, edition }) =>
      `${at(span.start)} ${certainty} ${id}${edition ? `@${edition.edition} ${edition.source}` : ''}`,
  );
  const findings = analysis.findings.map(
    ({ span, rule, severity }) => `${at(span.start)} ${severity} ${rule}`,
  );
  return [...references, ...findings];
}

function write(): void {
  const lines = [...now].map(([name, entries]) => [name, ...entries].join('\t'));
  writeFileSync(record, `${lines.join('\n')}\n`);
  console.log(`${now.size} documents: ${record}`);
}

function compare(): void {
  let differences = 0;
  for (const line of readFileSync(record, 'utf8').trimEnd().split('\n')) {
    const [name = '', ...before] = line.split('\t');
    const after = now.get(name);
    if (!after) continue;
    const gone = before.filter((entry) => !after.includes(entry));
    const come = after.filter((entry) => !before.includes(entry));
    differences += Math.max(gone.length, come.length);
    for (const entry of gone) console.log(`- ${name}:${entry}`);
    for (const entry of come) console.log(`+ ${name}:${entry}`);
  }
  console.log(`${differences} differences`);
}
