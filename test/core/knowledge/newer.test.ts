import assert from 'node:assert/strict';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import { realKnowledge } from '../../support/knowledge';

suite('whether a newer ATT&CK release may have an ID', () => {
  const cases: readonly [id: string, mayBeNewer: boolean, why: string][] = [
    ['T1691', true, 'just past the last technique'],
    ['T1790', true, 'a hundred past the last technique'],
    ['T1791', false, 'too far past it'],
    ['T9999', false, 'far past it'],
    ['T1021', false, 'known'],
    ['T1685', false, 'known since the newest release'],
    ['T1086', false, 'revoked, so known'],
    ['T1021.009', true, 'just past the last sub-technique'],
    ['T1021.013', true, 'five past it'],
    ['T1021.014', false, 'six past it'],
    ['T1021.000', false, 'before the first'],
    ['T1480.003', true, 'just past the last of a technique with some'],
    ['T1026.001', false, 'of a deprecated technique'],
    ['T1562.014', false, 'of a revoked technique'],
    ['T1691.001', true, 'of a technique that may be newer itself'],
    ['T9999.001', false, 'of a technique that may not'],
    ['TA0113', true, 'just past the last tactic'],
    ['TA0999', false, 'far past it'],
    ['M1061', true, 'just past the last mitigation'],
  ];
  const { attack } = realKnowledge();
  for (const [id, mayBeNewer, why] of cases)
    test(`is judged ${mayBeNewer ? 'possible' : 'impossible'} for ${id}: ${why}`, () =>
      assert.equal(attack.mayBeNewer(id as CanonicalId), mayBeNewer));

  test('is judged by domain, without a stray number', () => {
    for (const id of ['T0896', 'M0960', 'S1250'])
      assert.equal(attack.mayBeNewer(id as CanonicalId), true, id);
    assert.equal(attack.mayBeNewer('S9001' as CanonicalId), false);
  });
});
