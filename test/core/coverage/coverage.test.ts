import assert from 'node:assert/strict';
import { coverageOf, documentCoverage, type Coverage } from '../../../src/core/coverage/coverage';
import { coverageInput } from '../../../src/core/analysis/occurrences';
import { reportOf } from '../../../src/core/report/reportOf';
import { coverageOfText, coverageOfTexts } from '../../support/coverage';
import { analysisOf } from '../../support/findings';
import { frameworkSettings } from '../../support/frameworkSettings';

/** `T1021.007 addressed IAM-10 of 7` for each technique. */
function techniques(coverage: Coverage): string[] {
  return reportOf(coverage).techniques.map(
    ({ id, state, cited: some, mapped }) => `${id} ${state} ${[...some, 'of'].join(' ')} ${mapped.length}`,
  );
}

/** `IAM-10 addressing T1021.007` for each control that is cited. */
function cited(coverage: Coverage): string[] {
  return coverage.controls
    .filter(({ role }) => role !== 'not-cited')
    .map(({ label, role, techniques: ids }) => [label, role, ...ids].join(' '));
}

function editionOf({ knowledge, editionOf: of }: Coverage): string {
  return of(knowledge.framework('ccm'));
}

suite('the coverage of techniques', () => {
  test('counts a technique as addressed if a mapped control is cited, else as open', () => {
    assert.deepEqual(techniques(coverageOfText('ATT&CK T1021.007, T1190. CCM IAM-10')), [
      'T1021.007 addressed IAM-10 of 7',
      'T1190 gap of 11',
    ]);
  });

  test('counts a technique without a mapped control as neither addressed nor open', () => {
    assert.deepEqual(techniques(coverageOfText('ATT&CK T1003. CCM IAM-10')), [
      'T1003 no-mapped-control of 0',
    ]);
  });

  test('keeps a parent and its sub-techniques apart', () => {
    const found = (control: string): string[] =>
      techniques(coverageOfText(`ATT&CK T1021, T1021.007. CCM ${control}`));
    assert.deepEqual(found('IAM-07'), ['T1021 addressed IAM-07 of 4', 'T1021.007 gap of 7']);
    assert.deepEqual(found('IPY-02'), ['T1021 gap of 4', 'T1021.007 addressed IPY-02 of 7']);
  });

  test('counts a control that one document cites for all documents', () => {
    const coverage = coverageOfTexts({ 'a.md': 'ATT&CK T1021.007', 'b.yaml': 'controls: [IAM-10, GRC-03]' });
    assert.deepEqual(techniques(coverage), ['T1021.007 addressed IAM-10 of 7']);
    assert.deepEqual(coverage.paths(), ['a.md', 'b.yaml']);
  });

  test('counts a revoked technique once, as its successor, with the IDs as written', () => {
    const { techniques: lines, counts } = coverageOfText(
      'ATT&CK T1086 and T1059.001, again T1086. CCM UEM-09',
    );
    assert.deepEqual(
      lines.map(({ id, written, references, state }) => [id, written, references, state]),
      [['T1059.001', ['T1059.001', 'T1086'], 3, 'addressed']],
    );
    assert.equal(counts.techniques, 1);
  });

  test('gives a revoked technique the controls of its own ID, as its hover does', () => {
    const mapped = (text: string): number => coverageOfText(text).techniques[0]?.mapped.length ?? 0;
    const old = mapped('ATT&CK T1070.001');
    assert.ok(old > 0);
    assert.equal(mapped('ATT&CK T1070.001, T1685.005'), Math.max(old, mapped('ATT&CK T1685.005')));
  });

  test('counts a technique as itself in a release before it was revoked', () => {
    const { techniques: lines, attackVersion } = coverageOfText('ATT&CK T1070.001', {
      attackVersion: '18.1',
    });
    assert.deepEqual([lines[0]?.id, lines[0]?.facts.status, attackVersion], ['T1070.001', 'current', '18.1']);
  });

  test('lists the IDs that the release does not have, and counts them nowhere', () => {
    const { counts, unjudged } = coverageOfText('ATT&CK T9999, T1695 and T1021.007, T9999');
    assert.equal(counts.techniques, 1);
    assert.deepEqual(
      unjudged.map(({ id, reason, references }) => [id, reason, references]),
      [
        ['T1695', 'newer', 1],
        ['T9999', 'unknown', 2],
      ],
    );
    assert.equal(coverageOfText('ATT&CK T1685', { attackVersion: '17.1' }).unjudged[0]?.reason, 'newer');
  });

  test('leaves out doubtful references to techniques', () => {
    const { techniques: lines, unjudged } = coverageOfText('Drill model T1086');
    assert.deepEqual([lines, unjudged], [[], []]);
  });

  test('gives the first place in each document', () => {
    const coverage = coverageOfTexts({ 'b.md': '\nATT&CK T1190, T1190', 'a.md': 'ATT&CK T1190' });
    assert.deepEqual(
      coverage.techniques[0]?.places().map(({ path, range }) => [path, range.start]),
      [
        ['a.md', { line: 0, character: 7 }],
        ['b.md', { line: 1, character: 7 }],
      ],
    );
    assert.equal(coverage.techniques[0]?.references, 3);
    const [both] = coverageOfText('ATT&CK T1059.001, T1086').techniques;
    assert.deepEqual(
      both?.places().map(({ range }) => range.start.character),
      [7],
      'a document that has the old id and the new one is one place',
    );
  });
});

suite('the coverage of controls', () => {
  test('divides cited controls into needed, not needed and without a mapping', () => {
    assert.deepEqual(cited(coverageOfText('ATT&CK T1021.007. CCM IAM-10, UEM-09, GRC-03, CCC-02')), [
      'CCC-02@4.1 without-mapping',
      'GRC-03 without-mapping',
      'IAM-10 addressing T1021.007',
      'UEM-09 unneeded',
    ]);
  });

  test('includes controls of a range, and leaves out doubtful and unknown ones', () => {
    const { counts } = coverageOfText('CCM IAM-01 to IAM-03, IAM-99\n\nticket IAM-10');
    assert.equal(counts.controls, 3);
  });

  test('numbers controls in the newest of the editions that equally many references are in', () => {
    const older = { 'a.md': 'CCM 4.0 IAM-14', 'b.md': 'CCM 4.1 IAM-13' };
    const newer = { 'a.md': older['b.md'], 'b.md': older['a.md'] };
    assert.deepEqual([editionOf(coverageOfTexts(older)), editionOf(coverageOfTexts(newer))], ['4.1', '4.1']);
  });

  test('numbers controls in the edition of most references', () => {
    const four = coverageOfText('ATT&CK T1021.007. CCM 4.1 IAM-13, IAM-10');
    assert.equal(editionOf(four), '4.1');
    assert.deepEqual(cited(four), ['IAM-10 addressing T1021.007', 'IAM-13 addressing T1021.007']);
    const mixed = coverageOfTexts({
      'a.md': 'CCM 4.0 IAM-14',
      'b.md': 'CCM 4.1 IAM-13, IAM-10',
      'c.md': 'ATT&CK T1021.007',
    });
    assert.equal(editionOf(mixed), '4.1');
    assert.deepEqual(cited(mixed), ['IAM-10 addressing T1021.007', 'IAM-13 addressing T1021.007']);
  });

  test('numbers a control that this edition lacks in another edition', () => {
    const labels = coverageOfText('CCM 4.1 IAM-10, IAM-11, CCM 4.0 IAM-12').controls.map(
      ({ label }) => label,
    );
    assert.deepEqual(labels, ['IAM-10', 'IAM-11', 'IAM-12@4.0']);
  });

  test('numbers controls as the setting says if nothing is cited', () => {
    assert.equal(editionOf(coverageOfText('ATT&CK T1021.007', frameworkSettings({ edition: '4.0' }))), '4.0');
    assert.equal(editionOf(coverageOfText('ATT&CK T1021.007')), 'mapping');
  });
});

suite('coverage over documents', () => {
  test('does not depend on the order of the documents', () => {
    const texts = { 'a.md': 'ATT&CK T1190. CCM 4.0 IAM-10', 'b.md': 'ATT&CK T1190, T1078. CCM 4.1 IAM-10' };
    const reversed = { 'b.md': texts['b.md'], 'a.md': texts['a.md'] };
    assert.deepEqual(reportOf(coverageOfTexts(texts)), reportOf(coverageOfTexts(reversed)));
  });

  test('has zeros for no document and for an empty one', () => {
    for (const coverage of [coverageOfTexts({}), coverageOfText('')]) {
      const { documents, ...counts } = coverage.counts;
      assert.equal(documents, coverage.paths().length);
      assert.ok(Object.values(counts).every((count) => count === 0));
    }
  });

  test('is computed once for one document', () => {
    const analysis = analysisOf('markdown', 'ATT&CK T1190');
    assert.equal(documentCoverage(analysis, 'a.md'), documentCoverage(analysis, 'a.md'));
    assert.deepEqual(documentCoverage(analysis, 'b.md').paths(), ['b.md']);
    const input = coverageInput(analysis, 'a.md');
    assert.deepEqual(
      coverageOf(analysis.knowledge, [input], analysis.settings).counts,
      documentCoverage(analysis).counts,
    );
  });
});
