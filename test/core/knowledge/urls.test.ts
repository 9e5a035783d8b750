import assert from 'node:assert/strict';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import { kindOf } from '../../../src/core/identifiers/grammar';
import { attackUrl, explorerControlUrl, explorerTechniqueUrl } from '../../../src/core/knowledge/urls';
import { realKnowledge } from '../../support/knowledge';

const { mapping } = realKnowledge().framework('ccm');
const EXPLORER = 'https://center-for-threat-informed-defense.github.io/mappings-explorer';

suite('the address of a page', () => {
  const pages: readonly [id: string, path: string][] = [
    ['T1021', 'techniques/T1021'],
    ['T1021.007', 'techniques/T1021/007'],
    ['TA0008', 'tactics/TA0008'],
    ['M1018', 'mitigations/M1018'],
    ['G0016', 'groups/G0016'],
    ['S0154', 'software/S0154'],
    ['C0024', 'campaigns/C0024'],
  ];
  for (const [text, path] of pages)
    test(`of ${text} is ${path} on MITRE's site`, () => {
      const id = text as CanonicalId;
      assert.equal(attackUrl(id, kindOf(id).kind), `https://attack.mitre.org/${path}/`);
    });

  test('of a technique in the Mappings Explorer has the ATT&CK version of the mapping', () => {
    assert.equal(
      explorerTechniqueUrl('T1021.007' as CanonicalId, mapping),
      `${EXPLORER}/attack/attack-17.1/domain-enterprise/techniques/T1021.007/`,
    );
  });

  test('of a control in the Mappings Explorer has its ID in the mapping file, encoded', () => {
    const below = `${EXPLORER}/external/csa_ccm/attack-17.1/domain-enterprise/csa_ccm-4.1`;
    assert.equal(explorerControlUrl('IAM-14', mapping), `${below}/IAM-14/`);
    assert.equal(explorerControlUrl('A&A-01', mapping), `${below}/A%26A-01/`);
  });
});
