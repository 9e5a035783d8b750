import assert from 'node:assert/strict';
import { Analysis } from '../../../src/core/analysis/analysis';
import { insertionEdits, lookUp, numberingAt, UNPLACED } from '../../../src/core/lookUp/lookUp';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import { applyEdits } from '../../../src/core/text/edit';
import { realKnowledge } from '../../support/knowledge';
import { unmark } from '../../support/marked';

type Format = Settings['completion']['format'];

/** The text once the first answer is written in each marked place. */
function written(marked: string, typed: string, languageId = 'markdown', format: Format = 'id'): string {
  const { text, marks } = unmark(marked);
  const settings = { ...DEFAULT_SETTINGS, completion: { enabled: true, format } };
  const analysis = new Analysis(text, languageId, realKnowledge(), settings);
  const spans = marks.map(({ span }) => span);
  const [answer] = lookUp(realKnowledge(), typed, numberingAt(analysis, spans[0] ?? { start: 0, end: 0 }));
  assert.ok(answer);
  return applyEdits(text, insertionEdits(analysis, spans, answer.entry));
}

suite('looking up', () => {
  const cases: readonly (readonly [name: string, expected: string, actual: () => string])[] = [
    ['the edition is the document’s', 'CCM 4.1: IAM-13', () => written('CCM 4.1: ⟦⟧', 'strong auth')],
    ['without a word, the mapping file’s', 'See IAM-14', () => written('See ⟦⟧', 'strong auth')],
    ['every selection gives way', 'T1078, T1078', () => written('⟦a⟧, ⟦b⟧', 'valid accounts')],
    [
      'with the title',
      'T1021.007 Remote Services: Cloud Services',
      () => written('⟦⟧', '1021.7', 'markdown', 'id and title'),
    ],
    [
      'a value takes the id alone',
      'controls: [IAM-14]',
      () => written('controls: [⟦⟧]', 'iam14', 'yaml', 'link'),
    ],
  ];
  for (const [name, expected, actual] of cases)
    test(`writes the ID as expected: ${name}`, () => assert.equal(actual(), expected));

  test('describes an ID, where it belongs and what became of it', () => {
    const [old] = lookUp(realKnowledge(), 'T1086', UNPLACED);
    assert.equal(old?.label, 'T1086 PowerShell');
    assert.equal(old.description, 'technique · Execution · revoked, now T1059.001');
    assert.equal(old.page, 'https://attack.mitre.org/techniques/T1086/');
    const [control] = lookUp(realKnowledge(), 'strong auth', { ...UNPLACED, editionOf: () => '4.1' });
    assert.equal(control?.description, 'CCM 4.1 · Identity and Access Management');
    assert.match(control.page ?? '', /\/IAM-14\/$/);
    const { summaries } = realKnowledge();
    assert.equal(control.summary, summaries.of('IAM-13@4.1'));
    assert.equal(old.summary, summaries.of('T1086'));
    assert.equal(lookUp(realKnowledge(), 'T1021.007', UNPLACED)[0]?.summary, summaries.of('T1021.007'));
  });

  test('has no page for a control that the mapping file lacks', () => {
    const [control] = lookUp(realKnowledge(), 'CCC-02', { ...UNPLACED, editionOf: () => '4.1' });
    assert.equal(control?.entry.id, 'CCC-02');
    assert.equal(control.page, undefined);
  });
});
