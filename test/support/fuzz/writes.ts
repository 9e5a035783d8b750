import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { migrateAttack } from '../../../src/core/edits/attack/migrateAttack';
import { fixesFor } from '../../../src/core/edits/fixes';
import { migrate } from '../../../src/core/edits/migrate/migrate';
import type { Analysis } from '../../../src/core/analysis/analysis';
import type { Reference } from '../../../src/core/recognition/reference';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit';
import type { Span } from '../../../src/core/text/span';
import { analysisOf } from '../findings';
import type { Seed } from './mutate';

const MAX_FINDINGS = 4;
const CERTAINTIES = ['doubtful', 'likely', 'certain'];

/** After a quick fix the finding is gone, the data is whole, and the other IDs are read as before. */
export function fixesDoNothingElse({ languageId, text }: Seed): void {
  const analysis = analysisOf(languageId, text);
  for (const finding of analysis.findings.slice(0, MAX_FINDINGS))
    for (const { title, edits } of fixesFor(analysis, finding)) {
      const after = applyEdits(text, edits);
      const what = `${finding.rule}: ${title.text}\n${JSON.stringify(after)}`;
      const edited = analysisOf(languageId, after);
      assertWhole(languageId, text, after, what, title.text.startsWith('Silence'));
      const start = moved(finding.span.start, edits);
      const isThere = edited.findings.some(
        ({ rule, span, reference }) =>
          rule === finding.rule && span.start === start && reference.id === finding.reference.id,
      );
      assert.ok(!isThere, `still there\n${what}`);
      assertOthersStay(analysis, edited, edits, what);
    }
}

/** What a parser read without an error, it reads so again; a comment changes nothing at all. */
function assertWhole(
  languageId: string,
  before: string,
  after: string,
  what: string,
  isComment: boolean,
): void {
  const data = dataOf(languageId, before);
  if (data === undefined) return;
  const now = dataOf(languageId, after);
  assert.notEqual(now, undefined, `broken\n${what}`);
  if (isComment) assert.deepEqual(now, data, `other data\n${what}`);
}

function dataOf(languageId: string, text: string): unknown {
  if (languageId !== 'yaml' && languageId !== 'json') return undefined;
  try {
    if (languageId === 'json') return JSON.parse(text) as unknown;
    const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.map((document) => document.toJS({ maxAliasCount: 100, mapAsMap: true }) as unknown);
  } catch {
    return undefined;
  }
}

/** Names of tactics are read by what is beside them, which a fix may change. */
function assertOthersStay(before: Analysis, after: Analysis, edits: readonly TextEdit[], what: string): void {
  const now = new Map(after.references.map((each) => [`${each.id}@${each.span.start}`, each]));
  for (const each of before.references) {
    if (each.isName || edits.some(({ span }) => isNear(span, each))) continue;
    const other = now.get(`${each.id}@${moved(each.span.start, edits)}`);
    if (other === undefined && each.linkText !== undefined) continue; // the text of its link says it now
    assert.ok(other, `${each.id} is lost\n${what}`);
    const [first, second] = [each, other].map(({ certainty }) => CERTAINTIES.indexOf(certainty));
    assert.ok((second ?? 0) >= (first ?? 0), `${each.id} is less certain\n${what}`);
  }
}

function isNear({ start, end }: Span, { span, range }: Reference): boolean {
  const { start: from, end: to } = range ?? span;
  return start < to && end > from;
}

function moved(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce(
    (sum, { span, newText }) => (span.end <= offset ? sum + newText.length - (span.end - span.start) : sum),
    offset,
  );
}

/** A migration leaves whole data. Done again it changes nothing, if the document says which edition it has now. */
export function migrationsEnd({ languageId, text }: Seed): void {
  const attack = (each: string) => migrateAttack(analysisOf(languageId, each)).edits;
  const ccm = (each: string) => migrate(analysisOf(languageId, each), '4.0', '4.1');
  const whole = (edits: readonly TextEdit[]): string => {
    const after = applyEdits(text, edits);
    assertWhole(languageId, text, after, JSON.stringify(after), false);
    return after;
  };
  const newest = whole(attack(text));
  assert.deepEqual(attack(newest), [], `a second migration changes ${JSON.stringify(newest)}`);
  const { edits, decisions } = ccm(text);
  const after = whole(edits);
  if (decisions.some(({ kind }) => kind === 'not-declared')) return;
  assert.deepEqual(ccm(after).edits, [], `a second migration changes ${JSON.stringify(after)}`);
}
