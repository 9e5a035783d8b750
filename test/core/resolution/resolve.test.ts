import assert from 'node:assert/strict';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import {
  isUnmappedInEveryEdition,
  resolve,
  stateOf,
  type Resolution,
} from '../../../src/core/resolution/resolve';
import { ccmKnowledge } from '../../support/knowledge';

const knowledge = ccmKnowledge();

function resolved(id: string, edition?: string, attackVersion?: string): Resolution {
  return resolve(knowledge, id as CanonicalId, edition, attackVersion);
}

suite('the resolution of an ID', () => {
  const cases: readonly (readonly [id: string, edition: string | undefined, kind: string, state: string])[] =
    [
      ['IAM-10', 'mapping', 'control', 'mapped'],
      ['HRS-03', 'mapping', 'control', 'mapped'],
      ['GRC-03', 'mapping', 'control', 'non-mappable'],
      ['CCC-02', '4.1', 'control', 'not-assessed'],
      ['IAM-12', '4.0', 'control', 'not-assessed'],
      ['IAM-13', '4.1', 'control', 'mapped'],
      ['IVS-09', '4.1', 'other-edition', 'mapped'],
      ['IAM-16', '4.1', 'other-edition', 'mapped'],
      ['I&S-09', '4.0', 'other-edition', 'mapped'],
      ['CCC-02', 'mapping', 'other-edition', 'not-assessed'],
      ['IVS-09', '3.0.1', 'legacy', 'unknown'],
      ['EKM-01', '3.0.1', 'legacy', 'unknown'],
      ['EKM-02', 'mapping', 'legacy', 'unknown'],
      ['GRC-12', 'mapping', 'sister', 'unknown'],
      ['MDS-01', '4.1', 'sister', 'unknown'],
      ['IAM-99', 'mapping', 'unknown', 'unknown'],
      ['T1021.007', undefined, 'attack', 'mapped'],
      ['T1543.004', undefined, 'attack', 'not-assessed'],
      ['T1685', undefined, 'attack', 'mapped'],
      ['TA0008', undefined, 'attack', 'not-assessed'],
      ['T1691', undefined, 'newer', 'unknown'],
      ['T9999', undefined, 'unknown', 'unknown'],
    ];
  for (const [id, edition, kind, state] of cases)
    test(`${id}${edition ? ` of ${edition}` : ''} is ${kind}, ${state}`, () => {
      const resolution = resolved(id, edition);
      assert.equal(resolution.kind, kind);
      assert.equal(resolution.id, id);
      assert.equal(stateOf(resolution), state);
    });

  test('reports a later technique as newer in an older release', () => {
    const resolution = resolved('T1685', undefined, '18.1');
    assert.deepEqual(resolution, { kind: 'newer', id: 'T1685', dataVersion: '18.1' });
    assert.deepEqual(resolved('T1691'), { kind: 'newer', id: 'T1691', dataVersion: '19.1' });
  });

  test('has what the ID of a control means in other editions', () => {
    const editions = (id: string, edition: string) => {
      const found = resolved(id, edition);
      return found.kind === 'control' ? found.otherReadings.map((reading) => reading.edition) : undefined;
    };
    assert.deepEqual(editions('IAM-13', '4.1'), ['4.0', 'mapping']);
    assert.deepEqual(editions('IAM-13', '4.0'), ['4.1']);
    assert.deepEqual(editions('IAM-10', '4.0'), []);
  });

  test("has the readings of another edition's ID, newest first", () => {
    const found = resolved('IAM-16', '4.1');
    assert.ok(found.kind === 'other-edition');
    assert.deepEqual(
      found.readings.map(({ edition }) => edition),
      ['4.0', 'mapping'],
    );
  });

  test("has the crosswalk's record of a legacy ID", () => {
    const record = (id: string) => {
      const found = resolved(id, '3.0.1');
      return found.kind === 'legacy' ? found.record?.successors : 'not legacy';
    };
    assert.deepEqual(record('IVS-09'), ['IVS-06']);
    assert.equal(record('EKM-01'), undefined);
  });

  test('is certainly without a mapping if none of its readings has one', () => {
    const isUnmapped = (id: string, edition: string) => {
      const found = resolved(id, edition);
      return found.kind === 'control' && isUnmappedInEveryEdition(found);
    };
    assert.equal(isUnmapped('GRC-03', 'mapping'), true);
    assert.equal(isUnmapped('SEF-09', 'mapping'), true);
    assert.equal(isUnmapped('IAM-12', '4.0'), false);
    assert.equal(isUnmapped('LOG-08', '4.0'), false);
  });
});
