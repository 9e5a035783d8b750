import assert from 'node:assert/strict';
import { analysisOf } from '../../support/findings';
import { frameworkSettings } from '../../support/frameworkSettings';

suite('the analysis of a document', () => {
  test('computes each of its parts once', () => {
    const analysis = analysisOf('markdown', 'CCM GRC-03');
    assert.equal(analysis.references, analysis.references);
    assert.equal(analysis.findings, analysis.findings);
    assert.equal(analysis.document.lines, analysis.document.lines);
    assert.equal(analysis.document.structure, analysis.document.structure);
    assert.equal(analysis.document.candidates, analysis.document.candidates);
  });

  test('applies the settings to references and findings', () => {
    const edition = (wanted: string) =>
      analysisOf('markdown', 'CCM IAM-13', frameworkSettings({ edition: wanted })).references[0]?.edition
        ?.edition;
    assert.deepEqual([edition('auto'), edition('4.1')], ['mapping', '4.1']);
    const assumed = analysisOf('markdown', 'GRC-03', frameworkSettings({ assume: 'always' }));
    assert.deepEqual(
      assumed.findings.map(({ rule }) => rule),
      ['no-mapping'],
    );
    const older = analysisOf('markdown', 'T1562.001', { attackVersion: '18.1' });
    const [reference] = older.references;
    assert.ok(reference);
    const resolution = older.resolve(reference);
    assert.equal(resolution.kind === 'attack' && resolution.facts.status, 'current');
  });

  /** The ids of the references at an offset. */
  const at = (text: string, offset: number): string[] =>
    analysisOf('markdown', text)
      .referencesAt(offset)
      .map(({ id }) => id);

  test('finds the reference at an offset, at both of its ends too', () => {
    const text = 'CCM IAM-10, GRC-03';
    const ids = [3, 4, 7, 10, 11, 12, 18].map((offset) => at(text, offset));
    assert.deepEqual(ids, [[], ['IAM-10'], ['IAM-10'], ['IAM-10'], [], ['GRC-03'], ['GRC-03']]);
  });

  test('finds the members of a range that are not written out between its ends', () => {
    const text = 'CCM CEK-10 to CEK-13';
    assert.deepEqual(at(text, 5), ['CEK-10']);
    assert.deepEqual(at(text, 12), ['CEK-11', 'CEK-12']);
    assert.deepEqual(at(text, 15), ['CEK-13']);
  });

  test('finds no members of another range', () => {
    assert.deepEqual(at('CCM CEK-10 to CEK-13, IAM-01 to IAM-03', 12), ['CEK-11', 'CEK-12']);
  });

  test('finds the second of two IDs that touch at the offset where it begins', () => {
    assert.deepEqual(at('T1059/T1105', 5), ['T1059']);
    assert.deepEqual(at('T1059/T1105', 6), ['T1105']);
  });

  test('has no references and no findings in an empty document', () => {
    const analysis = analysisOf('markdown', '');
    assert.deepEqual([analysis.references, analysis.findings, analysis.referencesAt(0)], [[], [], []]);
  });

  test('reads a text as its language says', () => {
    const text = 'controls:\n  - IAM-10\n';
    const certainty = (languageId: string) => analysisOf(languageId, text).references[0]?.certainty;
    assert.deepEqual(['yaml', 'plaintext', 'nonsense'].map(certainty), ['certain', 'doubtful', 'doubtful']);
  });
});
