/**
 * How well recognition agrees with the labels of the corpus.
 *   node out/score.js          a table by family, every disagreement, and how the findings of the corpus were judged
 */
import { corpusLabels, findingLabels, familyOf, grouped, isRight, recognizeLabeled } from './labels';

const labeled = recognizeLabeled(corpusLabels());
const rows = grouped(labeled, ({ label }) => `${familyOf(label)} ${label.verdict}`);
for (const [row, own] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    `${String(own.filter(isRight).length).padStart(5)} of ${String(own.length).padStart(4)}  ${row}`,
  );
const withEdition = labeled.filter(({ label }) => label.edition !== '-' && label.verdict === 'reference');
const right = withEdition.filter(({ label, found }) => found?.edition?.edition === label.edition);
console.log(`${String(right.length).padStart(5)} of ${String(withEdition.length).padStart(4)}  editions`);
console.log();
for (const each of labeled.filter((one) => !isRight(one))) {
  const { label, found } = each;
  const why = found?.evidence.map(({ clue, weight }) => `${clue}${weight > 0 ? '+' : ''}${weight}`).join(' ');
  const said = found ? `${found.certainty} ${found.id} (${why})` : 'nothing';
  console.log(
    `${label.path}:${label.line + 1}:${label.column + 1} "${label.text}" ${label.verdict} ${label.id}: ${said}`,
  );
}
for (const { label, found } of withEdition.filter((each) => !right.includes(each)))
  console.log(
    `${label.path}:${label.line + 1}:${label.column + 1} ${label.id}@${label.edition}: ${found?.edition?.edition} by ${found?.edition?.source}`,
  );

const judged = grouped(findingLabels(), ({ where, verdict }) => `${where.split(' ')[1] ?? ''} ${verdict}`);
console.log();
for (const [row, own] of [...judged].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${String(own.length).padStart(5)}  ${row}`);
