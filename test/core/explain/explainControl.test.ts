import assert from 'node:assert/strict';
import { explain, type ControlExplanation } from '../../../src/core/explain/explain';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import { ccmFile, realKnowledge } from '../../support/knowledge';

const knowledge = realKnowledge();

function explained(id: string, edition?: string): ControlExplanation {
  const explanation = explain(knowledge, id as CanonicalId, edition);
  if (!('title' in explanation)) assert.fail(`${id} is no control`);
  return explanation;
}

/** The techniques of the control that the mapping file calls so, read from the data itself. */
function techniquesInFile(mappingId: string): string[] {
  const { controls, mappings } = ccmFile();
  const key = controls.find(({ ids }) => ids['mapping'] === mappingId)?.key;
  return mappings.flatMap(({ control, technique }) => (control === key && technique ? [technique] : []));
}

suite('explain a control', () => {
  test('IAM-13 of 4.1 is Strong Authentication, with the 19 techniques of IAM-14 in the mapping file', () => {
    const { title, state, techniques, otherEditions, otherReadings, urls, edition } = explained(
      'IAM-13',
      '4.1',
    );
    assert.deepEqual([title, state, edition], ['Strong Authentication', 'mapped', '4.1']);
    assert.equal(techniques.length, 19);
    assert.deepEqual(
      techniques.map(({ id }) => id),
      techniquesInFile('IAM-14'),
    );
    assert.deepEqual(otherEditions, {
      '4.0': { id: 'IAM-14', title: 'Strong Authentication' },
      mapping: { id: 'IAM-14', title: 'Strong Authentication' },
    });
    assert.deepEqual(otherReadings, {
      '4.0': { title: 'Uniquely Identifiable Users' },
      mapping: { title: 'Uniquely Identifiable Users' },
    });
    assert.ok(urls.mappingsExplorer?.endsWith('/csa_ccm-4.1/IAM-14/'));
  });

  test('IAM-13 of the mapping file, the default, is Uniquely Identifiable Users', () => {
    assert.deepEqual(explained('IAM-13'), explained('IAM-13', 'mapping'));
    const { title, techniques, otherEditions, otherReadings, urls } = explained('IAM-13', 'mapping');
    assert.equal(title, 'Uniquely Identifiable Users');
    assert.deepEqual(
      techniques.map(({ id }) => id),
      techniquesInFile('IAM-13'),
    );
    assert.deepEqual(otherEditions['4.1'], { id: 'IAM-12', title: 'Unique Identities' });
    assert.deepEqual(otherReadings, { '4.1': { title: 'Strong Authentication' } });
    assert.ok(urls.mappingsExplorer?.endsWith('/csa_ccm-4.1/IAM-13/'));
  });

  test('techniques have the name of the release that the mapping was made against, and the type', () => {
    const { techniques } = explained('IAM-13', '4.1');
    assert.deepEqual(
      techniques.find(({ id }) => id === 'T1021.007'),
      {
        id: 'T1021.007',
        name: 'Cloud Services',
        mappingType: 'mitigates',
      },
    );
  });

  test('HRS-03 is mapped, though it has a row that says otherwise', () => {
    const { state, techniques } = explained('HRS-03');
    assert.deepEqual([state, techniques.length], ['mapped', 11]);
  });

  test('GRC-03 is not mappable', () => {
    const { state, techniques, title, domain } = explained('GRC-03');
    assert.deepEqual([state, techniques, title], ['non-mappable', [], 'Organizational Policy Reviews']);
    assert.deepEqual(domain, { code: 'GRC', name: 'Governance, Risk, and Compliance' });
  });

  test('CCC-02 is not assessed, and no page of the Mappings Explorer has it', () => {
    const { state, techniques, title, urls } = explained('CCC-02', '4.1');
    assert.deepEqual([state, techniques, title], ['not-assessed', [], 'Quality Testing']);
    assert.equal(urls.mappingsExplorer, null);
  });

  test('the code of the domain is the edition’s', () => {
    assert.deepEqual(explained('IVS-09', '4.0').domain, { code: 'IVS', name: 'Infrastructure Security' });
    assert.equal(explained('I&S-09', '4.1').domain?.code, 'I&S');
  });

  test('IAM-99 is unknown, and something near it is proposed', () => {
    const explanation = explain(knowledge, 'IAM-99' as CanonicalId);
    assert.ok('suggestions' in explanation);
    const { state, edition, otherReadings, suggestions } = explanation;
    assert.deepEqual([state, edition, otherReadings], ['unknown', 'mapping', {}]);
    assert.equal(suggestions[0], 'IAM-09');
  });

  test('an id that the edition lacks is unknown there, and told where it is known', () => {
    const explanation = explain(knowledge, 'IAM-16' as CanonicalId, '4.1');
    assert.deepEqual([explanation.id, 'state' in explanation && explanation.state], ['IAM-16', 'unknown']);
    assert.ok('otherReadings' in explanation);
    assert.deepEqual(explanation.otherReadings['4.0'], { title: 'Authorization Mechanisms' });
  });

  test('for an id of another edition, the id of that control is proposed', () => {
    const suggestions = (id: string, edition: string): unknown => {
      const explanation = explain(knowledge, id as CanonicalId, edition);
      return 'suggestions' in explanation && explanation.suggestions;
    };
    assert.deepEqual(suggestions('IVS-09', '4.1'), ['I&S-09']);
    assert.deepEqual(suggestions('IAM-16', '4.1'), ['IAM-15']);
    assert.deepEqual(suggestions('GRC-12', '4.1'), [], 'it is of another framework');
  });

  test('CCC-02 where no edition is asked for is not assessed', () => {
    assert.equal(explained('CCC-02').state, 'not-assessed');
    assert.equal(explained('IPY-04').state, 'not-assessed');
  });
});
