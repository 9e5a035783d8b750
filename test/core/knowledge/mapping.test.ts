import assert from 'node:assert/strict';
import type { Control } from '../../../src/core/knowledge/framework';
import { ccmFile, realKnowledge } from '../../support/knowledge';

const ccm = realKnowledge().framework('ccm');
const file = ccmFile();

function control(edition: string, id: string): Control {
  const found = ccm.byId(edition, id);
  assert.ok(found, `${id} ${edition}`);
  return found;
}

suite('the mapping of CCM', () => {
  const assessments = [
    ['mapping', 'IAM-10', 'mapped'],
    ['mapping', 'HRS-03', 'mapped'], // it has a row `non_mappable` as well
    ['mapping', 'GRC-03', 'non-mappable'],
    ['4.1', 'CCC-02', 'not-assessed'],
    ['4.0', 'IPY-04', 'not-assessed'],
    ['4.0', 'IAM-12', 'not-assessed'],
    ['4.1', 'IAM-12', 'mapped'],
    ['4.1', 'SEF-09', 'not-assessed'],
    ['mapping', 'SEF-09', 'non-mappable'],
    ['4.1', 'IAM-13', 'mapped'],
  ] as const;
  for (const [edition, id, assessment] of assessments)
    test(`assesses ${id} of ${edition} as ${assessment}`, () =>
      assert.equal(ccm.assess(control(edition, id)), assessment));

  test('gives HRS-03 no technique for its row without one', () => {
    const techniques = ccm.techniquesOf(control('mapping', 'HRS-03'));
    assert.equal(techniques.length, 11);
    assert.ok(techniques.every(({ technique }) => technique !== undefined));
  });

  test('keeps T1021.007 with its seven controls apart from T1021', () => {
    const idsFor = (technique: string): string[] =>
      ccm.controlsFor(technique).map(({ control: key }) => {
        const found = ccm.control(key);
        return found ? ccm.id(found, 'mapping') : key;
      });
    assert.deepEqual(idsFor('T1021.007').sort(), [
      ...['IAM-09', 'IAM-10', 'IAM-11', 'IAM-14', 'IAM-16', 'IPY-02', 'IPY-03'],
    ]);
    assert.notDeepEqual(idsFor('T1021').sort(), idsFor('T1021.007').sort());
    assert.deepEqual(idsFor('T9999'), []);
  });

  test('finds every row of the file from its control and from its technique', () => {
    for (const row of file.mappings) {
      const found = ccm.control(row.control);
      assert.ok(found, row.control);
      if (row.technique === undefined) continue;
      assert.equal(ccm.techniquesOf(found).filter(({ technique }) => technique === row.technique).length, 1);
      assert.equal(ccm.controlsFor(row.technique).filter((each) => each.control === row.control).length, 1);
    }
  });

  test('finds nothing that is not a row of the file', () => {
    const rows = file.mappings.filter(({ technique }) => technique !== undefined).length;
    const techniques = new Set(file.mappings.flatMap(({ technique }) => technique ?? []));
    const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
    assert.equal(total([...ccm.controls].map((each) => ccm.techniquesOf(each).length)), rows);
    assert.equal(total([...techniques].map((each) => ccm.controlsFor(each).length)), rows);
  });

  test('knows what it was made against, and when', () => {
    const { frameworkVersion, attackVersion, updated } = ccm.mapping;
    assert.deepEqual([frameworkVersion, attackVersion, updated], ['4.1', '17.1', '2026-01-27']);
  });
});
