/**
 * Puts sentences into data/summaries.json: `node scripts/summaries.mjs FILE.jsonl…`. Each line of a file is a record with
 * an `id` and some of `summary`, `why` and `whyByTactic`; it changes what the record says. The file is always sorted, and
 * the same sentences give the same bytes.
 */
import fs from 'node:fs';
import path from 'node:path';

const target = path.join(import.meta.dirname, '..', 'data', 'summaries.json');
const FIELDS = ['id', 'summary', 'why', 'whyByTactic'];

/** One record a line. */
function toText(records) {
  return `{\n"format": 1,\n"summaries": [\n${records.map((each) => JSON.stringify(each)).join(',\n')}\n]\n}\n`;
}

function known() {
  return fs.existsSync(target) ? JSON.parse(fs.readFileSync(target, 'utf8')).summaries : [];
}

function recordsIn(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
}

/** Fields and tactics in one order. */
function ordered(record) {
  const { whyByTactic } = record;
  const byTactic = whyByTactic && Object.fromEntries(Object.entries(whyByTactic).sort(compare));
  const entries = FIELDS.map((field) => [field, field === 'whyByTactic' ? byTactic : record[field]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
}

function compare([a], [b]) {
  return a < b ? -1 : 1;
}

const records = new Map(known().map((each) => [each.id, each]));
for (const each of process.argv.slice(2).flatMap(recordsIn))
  records.set(each.id, { ...records.get(each.id), ...each });
const sorted = [...records].sort(compare).map(([, record]) => ordered(record));
const text = toText(sorted);
fs.writeFileSync(target, text);
console.log(`${sorted.length} records, ${Math.ceil(text.length / 1024)} KiB`);
