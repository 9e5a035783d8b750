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

suite('explaining a control', () => {
  test('gives IAM-13 of 4.1 the name Strong Authentication, and the 19 techniques of IAM-14 in the mapping file', () => {
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

  test('gives IAM-13 of the mapping file, the default, the name Uniquely Identifiable Users', () => {
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

  test('names techniques as the release of the mapping does, with the type', () => {
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

  test('counts HRS-03 as mapped, though one of its rows says otherwise', () => {
    const { state, techniques } = explained('HRS-03');
    assert.deepEqual([state, techniques.length], ['mapped', 11]);
  });

  test('reports GRC-03 as not mappable', () => {
    const { state, techniques, title, domain } = explained('GRC-03');
    assert.deepEqual([state, techniques, title], ['non-mappable', [], 'Organizational Policy Reviews']);
    assert.deepEqual(domain, { code: 'GRC', name: 'Governance, Risk, and Compliance' });
  });

  test('reports CCC-02 as not assessed, without a page of the Mappings Explorer', () => {
    const { state, techniques, title, urls } = explained('CCC-02', '4.1');
    assert.deepEqual([state, techniques, title], ['not-assessed', [], 'Quality Testing']);
    assert.equal(urls.mappingsExplorer, null);
  });

  test('has the domain code of the edition', () => {
    assert.deepEqual(explained('IVS-09', '4.0').domain, { code: 'IVS', name: 'Infrastructure Security' });
    assert.equal(explained('I&S-09', '4.1').domain?.code, 'I&S');
  });

  test('reports IAM-99 as unknown, and proposes a similar ID', () => {
    const explanation = explain(knowledge, 'IAM-99' as CanonicalId);
    assert.ok('suggestions' in explanation);
    const { state, edition, otherReadings, suggestions } = explanation;
    assert.deepEqual([state, edition, otherReadings], ['unknown', 'mapping', {}]);
    assert.equal(suggestions[0], 'IAM-09');
  });

  test('reports an ID that the edition lacks, with the editions that have it', () => {
    const explanation = explain(knowledge, 'IAM-16' as CanonicalId, '4.1');
    assert.deepEqual([explanation.id, 'state' in explanation && explanation.state], ['IAM-16', 'unknown']);
    assert.ok('otherReadings' in explanation);
    assert.deepEqual(explanation.otherReadings['4.0'], { title: 'Authorization Mechanisms' });
  });

  test('proposes the ID of the same control for an ID of another edition', () => {
    const suggestions = (id: string, edition: string): unknown => {
      const explanation = explain(knowledge, id as CanonicalId, edition);
      return 'suggestions' in explanation && explanation.suggestions;
    };
    assert.deepEqual(suggestions('IVS-09', '4.1'), ['I&S-09']);
    assert.deepEqual(suggestions('IAM-16', '4.1'), ['IAM-15']);
    assert.deepEqual(suggestions('GRC-12', '4.1'), [], 'it is of another framework');
  });

  test('reports CCC-02 as not assessed if no edition is given', () => {
    assert.equal(explained('CCC-02').state, 'not-assessed');
    assert.equal(explained('IPY-04').state, 'not-assessed');
  });
});
