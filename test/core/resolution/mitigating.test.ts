import assert from 'node:assert/strict';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import { mitigatingControls } from '../../../src/core/resolution/mitigating';
import { suggestIds } from '../../../src/core/resolution/suggest';
import { ccmKnowledge } from '../../support/knowledge';

const knowledge = ccmKnowledge();

/** Ids in the mapping file's numbering, with the id that they were found by. */
function mitigating(technique: string): string[] {
  return mitigatingControls(knowledge, technique as CanonicalId).map(
    ({ framework, control, via }) => `${framework.id(control, 'mapping')}${via ? ` via ${via}` : ''}`,
  );
}

const suggest = (id: string, edition?: string): string[] => suggestIds(knowledge, id as CanonicalId, edition);

suite('the mitigating controls', () => {
  test('are those of a technique that the mapping has', () => {
    assert.deepEqual(mitigating('T1021.007').sort(), [
      ...['IAM-09', 'IAM-10', 'IAM-11', 'IAM-14', 'IAM-16', 'IPY-02', 'IPY-03'],
    ]);
  });

  test('are its own for a revoked technique that the mapping has', () => {
    assert.ok(mitigating('T1562').length > 0);
    assert.ok(mitigating('T1562').every((each) => !each.includes('via')));
  });

  test('are those of its predecessors, each once, for a technique that replaced others', () => {
    const found = mitigating('T1685');
    assert.ok(found.length > 0 && found.every((each) => /^[A-Z&]{3}-\d\d via T1562/.test(each)));
    const controls = found.map((each) => each.split(' ')[0]);
    assert.equal(new Set(controls).size, controls.length);
  });

  test('are those of its successor for a technique revoked before the mapping', () => {
    const successor = mitigating('T1059.001');
    assert.ok(successor.length > 0);
    assert.deepEqual(
      mitigating('T1086'),
      successor.map((each) => `${each} via T1059.001`),
    );
  });

  test('leave out those of the sub-techniques for a parent', () => {
    assert.notDeepEqual(mitigating('T1021'), mitigating('T1021.007'));
    assert.deepEqual(mitigating('T1543.004'), []);
    assert.deepEqual(mitigating('T9999'), []);
  });
});

suite('suggestions for an unknown ID', () => {
  test('are the nearest IDs, a wrong number before a wrong domain', () => {
    assert.equal(suggest('IAM-99')[0], 'IAM-09');
    assert.ok(suggest('IAM-99').every((each) => each.startsWith('IAM-')));
    assert.equal(suggest('T1201.007').length > 0, true);
    assert.deepEqual(suggest('T1021.099'), ['T1021.001', 'T1021.002', 'T1021.003']);
  });

  test('take swapped digits for one typo', () => assert.ok(suggest('T1120.007').includes('T1021.007')));

  test('are at most three IDs of the edition', () => {
    for (const edition of ['4.1', '4.0', 'mapping']) {
      const suggested = suggest('IVS-10', edition);
      assert.ok(suggested.length <= 3);
      for (const id of suggested) assert.ok(knowledge.framework('ccm').byId(edition, id), id);
    }
    assert.ok(suggest('IVS-10', '4.0').includes('IVS-01'));
    assert.ok(!suggest('IVS-10', '4.1').some((id) => id.startsWith('IVS')));
  });

  test('leave out revoked and distant IDs', () => {
    assert.ok(!suggest('T1087').includes('T1086'));
    assert.deepEqual(suggest('EKM-01'), []);
  });
});
