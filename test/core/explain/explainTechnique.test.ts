import assert from 'node:assert/strict';
import { explain, type TechniqueExplanation } from '../../../src/core/explain/explain';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import { ccmKnowledge, realKnowledge } from '../../support/knowledge';

function explained(id: string, edition?: string, knowledge = ccmKnowledge()): TechniqueExplanation {
  const explanation = explain(knowledge, id as CanonicalId, edition);
  if (!('name' in explanation)) assert.fail(`${id} is not of ATT&CK`);
  return explanation;
}

const EXPLORER = 'https://center-for-threat-informed-defense.github.io/mappings-explorer';

suite('explaining a technique', () => {
  test('has everything about T1021.007', () => {
    const control = (id: string, title: string) => ({
      id,
      title,
      mappingType: 'mitigates',
      edition: 'mapping',
      framework: 'ccm',
    });
    assert.deepEqual(explained('T1021.007'), {
      id: 'T1021.007',
      name: 'Cloud Services',
      summary: ccmKnowledge().summaries.of('T1021.007') ?? '',
      kind: 'sub-technique',
      parent: 'T1021',
      tactics: [{ id: 'TA0008', name: 'Lateral Movement' }],
      platforms: ['IaaS', 'Identity Provider', 'Office Suite', 'SaaS'],
      status: 'current',
      statusVersion: '17.1',
      statusOrEarlier: true,
      successors: [],
      controls: [
        control('IAM-09', 'Segregation of Privileged Access Roles'),
        control('IAM-10', 'Management of Privileged Access Roles'),
        control('IAM-11', 'CSCs Approval for Agreed Privileged Access Roles'),
        control('IAM-14', 'Strong Authentication'),
        control('IAM-16', 'Authorization Mechanisms'),
        control('IPY-02', 'Application Interface Availability'),
        control('IPY-03', 'Secure Interoperability and Portability Management'),
      ],
      mitigations: [
        { id: 'M1026', name: 'Privileged Account Management' },
        { id: 'M1032', name: 'Multi-factor Authentication' },
      ],
      techniques: [],
      urls: {
        attack: 'https://attack.mitre.org/techniques/T1021/007/',
        mappingsExplorer: `${EXPLORER}/attack/attack-17.1/domain-enterprise/techniques/T1021.007/`,
      },
      versions: {
        attack: '19.1',
        mapping: '4.1',
        mappingAttack: '17.1',
        mappingDate: '2026-01-27',
        mappings: [{ framework: 'ccm', version: '4.1', attack: '17.1', date: '2026-01-27' }],
      },
    });
  });

  test('numbers the controls in another edition', () => {
    const ids = (edition: string) => explained('T1021.007', edition).controls.map(({ id }) => id);
    assert.deepEqual(ids('4.0'), ['IAM-09', 'IAM-10', 'IAM-11', 'IAM-14', 'IAM-16', 'IPY-02', 'IPY-03']);
    assert.deepEqual(ids('4.1'), ['IAM-09', 'IAM-10', 'IAM-11', 'IAM-13', 'IAM-15', 'IPY-02', 'IPY-03']);
    assert.ok(explained('T1021.007', '4.1').controls.every(({ edition }) => edition === '4.1'));
  });

  test('with the controls of every framework, each under its own edition', () => {
    const { controls, versions } = explained('T1021.007', '4.1', realKnowledge());
    const of = (key: string) => controls.filter(({ framework }) => framework === key);
    assert.deepEqual(
      of('nist-800-53').map(({ id, edition }) => `${id}@${edition}`),
      ['AC-2@5', 'AC-3@5', 'AC-5@5', 'AC-6@5', 'AC-20@5', 'IA-2@5', 'IA-5@5'],
    );
    assert.equal(of('ccm').length, 7);
    assert.deepEqual(
      versions.mappings.map(({ framework, version }) => `${framework} ${version}`),
      ['ccm 4.1', 'nist-800-53 rev5'],
    );
  });

  test('reports T1562.001 as revoked since 19.1 in favor of T1685', () => {
    const { status, statusVersion, successors, urls } = explained('T1562.001');
    assert.deepEqual([status, statusVersion], ['revoked', '19.1']);
    assert.deepEqual(successors, [{ id: 'T1685', name: 'Disable or Modify Tools' }]);
    assert.ok(urls.mappingsExplorer); // it was current in the release of the mapping
  });

  test('gives T1685 the controls of its predecessors, and no page in the Mappings Explorer', () => {
    const { controls, urls } = explained('T1685');
    assert.ok(controls.length > 0 && controls.every(({ via }) => via?.startsWith('T1562')));
    assert.equal(urls.mappingsExplorer, null);
  });

  test('reports a technique without controls', () => {
    const { controls, parent } = explained('T1543.004');
    assert.deepEqual([controls, parent], [[], 'T1543']);
    assert.equal(explained('T1021').parent, null);
  });

  test('gives techniques of other domains no page in the Mappings Explorer', () => {
    assert.equal(explained('T0801').urls.mappingsExplorer, null);
    assert.equal(explained('T1398').urls.mappingsExplorer, null);
  });

  test('explains other objects of ATT&CK', () => {
    const kinds = ['TA0008', 'M1018', 'G0016', 'S0154', 'C0024'].map((id) => explained(id));
    assert.deepEqual(
      kinds.map(({ kind, parent, controls, urls }) => [kind, parent, controls.length, urls.mappingsExplorer]),
      ['tactic', 'mitigation', 'group', 'software', 'campaign'].map((kind) => [kind, null, 0, null]),
    );
  });

  test('reports T9999 as unknown', () => {
    const explanation = explain(realKnowledge(), 'T9999' as CanonicalId);
    assert.ok('suggestions' in explanation);
    assert.deepEqual([explanation.state, explanation.edition], ['unknown', null]);
  });
});
