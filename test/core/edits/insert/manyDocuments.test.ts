import assert from 'node:assert/strict';
import { choicesFor, isMissing } from '../../../../src/core/edits/insert/choices';
import { analysisOf } from '../../../support/findings';
import { addedIn, assertReadBack, insertAt, lostLines } from '../../../support/insertion';
import { jsonDocument, markdownDocument, yamlDocument, type Written } from '../../../support/insertionWriter';
import { seeded } from '../../../support/random';
import { rounds } from '../../../support/rounds';

const ROUNDS = rounds(50, 4000);

type Check = (languageId: string, written: Written, offset: number, count: number) => void;

function onMany(
  languageId: string,
  write: (random: () => number, lineEnd: string) => Written,
  check: Check,
): void {
  const random = seeded(languageId.length);
  for (let round = 0; round < ROUNDS; round++) {
    const written = write(random, round % 2 === 0 ? '\n' : '\r\n');
    const offset = written.techniques[Math.floor(random() * written.techniques.length)] ?? 0;
    check(
      languageId,
      written,
      offset,
      random() < 0.3 ? Number.MAX_SAFE_INTEGER : 1 + Math.floor(random() * 3),
    );
  }
}

/** Inserts, and checks what holds for every language; gives back the texts. */
function inserted(
  languageId: string,
  { text }: Written,
  offset: number,
  count: number,
): [before: string, after: string] {
  const result = insertAt(languageId, text, offset, { count });
  if (!result.ok && result.failure.code === 'alias' && text.includes('*a')) return [text, text]; // a list that is shared
  if (!result.ok) assert.fail(`${result.failure.message} at ${offset} of\n${text}`);
  const { after, insertion } = result.value;
  assertReadBack(languageId, result.value);
  assert.ok(lostLines(text, after).length <= insertion.edits.length, `${text}\nbecame\n${after}`);
  if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/);
  else assert.ok(!after.includes('\r'));
  if (count > 1000) assertNothingIsMissing(languageId, after, nthTechnique(languageId, text, offset));
  return [text, after];
}

/** What was inserted is cited here: it is not offered again. */
function assertNothingIsMissing(languageId: string, after: string, nth: number): void {
  const analysis = analysisOf(languageId, after);
  const target = analysis.references.filter(({ family }) => family === 'attack')[nth];
  assert.ok(target, after);
  const missing = choicesFor(analysis, target).filter(isMissing);
  assert.deepEqual(
    missing.map(({ id }) => id),
    [],
    after,
  );
}

function nthTechnique(languageId: string, text: string, offset: number): number {
  const techniques = analysisOf(languageId, text).references.filter(({ family }) => family === 'attack');
  return techniques.findIndex(({ span }) => span.start === offset);
}

suite('inserting into many random documents', () => {
  test('leaves YAML that parses and has only these controls more', () =>
    onMany('yaml', yamlDocument, (languageId, written, offset, count) => {
      const [before, after] = inserted(languageId, written, offset, count);
      for (const leaf of addedIn(before, after))
        assert.match(leaf, /\/(?:controls|ccm|csa_ccm|safeguards)(?:&a\d)?\/-=\S+$/, after);
    }));

  test('leaves JSON that parses and has only these controls more', () =>
    onMany('json', jsonDocument, (languageId, written, offset, count) => {
      const [before, after] = inserted(languageId, written, offset, count);
      assert.doesNotThrow(() => JSON.parse(after), after);
      for (const leaf of addedIn(before, after)) assert.match(leaf, /\/controls\/-=\S+$/, after);
    }));

  test('leaves Markdown that has only these controls more', () =>
    onMany('markdown', markdownDocument, inserted));
});
