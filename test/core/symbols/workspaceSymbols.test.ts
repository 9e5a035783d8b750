import assert from 'node:assert/strict';
import { canonicalId } from '../../../src/core/identifiers/grammar';
import { referencesOf } from '../../../src/core/index/referencesOf';
import { factsOf } from '../../../src/core/index/facts';
import { subjectsOfId } from '../../../src/core/index/named';
import { symbolsFor } from '../../../src/core/symbols/workspaceSymbols';
import { realKnowledge } from '../../support/knowledge';
import { analysisOf } from '../../support/findings';
import { indexOf, placeOf } from '../../support/workspace';

const DOCUMENTS = {
  'catalog.yaml': 'framework: CCM 4.1\ncontrols:\n  - id: IAM-13\n    related: [IAM-10]\n',
  'old.md': '---\nccm_version: 4.0\n---\n\nCCM IAM-14 twice: CCM IAM-14. And T1021.007.\n',
  'threats.md': '# T1021.007 Cloud services\n\nATT&CK T1021.007, T9999.\n',
};

function symbols(query: string): string[] {
  return symbolsFor(indexOf(DOCUMENTS), realKnowledge(), query).map(
    ({ name, place }) => `${name} @ ${placeOf(place)}`,
  );
}

suite('workspace symbols', () => {
  test('are found by id, where they are declared', () => {
    assert.deepEqual(symbols('IAM-13'), ['IAM-13 Strong Authentication @ catalog.yaml:2 IAM-13']);
    assert.deepEqual(symbols('#t1021.007'), ['T1021.007 Cloud Services @ threats.md:0 T1021.007']);
  });

  test('are found by the id of another edition, and by words of the name', () => {
    const declared = ['IAM-13 Strong Authentication @ catalog.yaml:2 IAM-13'];
    assert.deepEqual(symbols('IAM-14'), declared);
    assert.deepEqual(symbols('strong auth'), declared);
  });

  test('are listed once in each document if nothing declares them', () => {
    assert.deepEqual(
      symbols('iam-10').map((each) => each.split(' @ ')[1]),
      ['catalog.yaml:3 IAM-10'],
    );
    assert.deepEqual(symbols('t9999'), ['T9999 @ threats.md:2 T9999']);
  });

  test('say which edition numbers them', () => {
    const containers = (query: string): string[] =>
      symbolsFor(indexOf(DOCUMENTS), realKnowledge(), query).map(({ container }) => container);
    assert.deepEqual([...containers('IAM-13'), ...containers('T9999')], ['CCM 4.1', 'ATT&CK']);
  });

  test('are none for an empty query, and never more than asked for', () => {
    assert.deepEqual(symbols(' # '), []);
    assert.equal(symbolsFor(indexOf(DOCUMENTS), realKnowledge(), 'a', 1).length, 1);
  });
});

suite('the references of an ID in the workspace', () => {
  test('are listed by what the ID may mean, as far as the workspace cites it', () => {
    const index = indexOf({ 'a.md': 'CCM 4.1 IAM-13', 'b.md': 'CCM 4.0 IAM-13, T1021.007' });
    const subjects = (id: string, edition?: string): string[] =>
      subjectsOfId(index, realKnowledge(), canonicalId(id), edition).map(({ subject }) => subject);
    assert.equal(subjects('IAM-13').length, 2);
    assert.deepEqual(subjects('IAM-13', '4.1'), ['ccm:IAM-13@4.1']);
    assert.deepEqual(subjects('IAM-14'), ['ccm:IAM-13@4.1']);
    assert.deepEqual(subjects('T1021.007'), ['T1021.007']);
    assert.deepEqual([...subjects('IAM-99'), ...subjects('T1059')], []);
  });

  test('are listed once each, those of a document outside of the workspace too', () => {
    const index = indexOf({ 'a.md': 'CCM 4.1 IAM-01 to IAM-04' });
    const subjects = ['IAM-02', 'IAM-03'].flatMap((id) => index.subjectsNamed(canonicalId(id)));
    assert.equal(referencesOf(index, subjects).length, 1);
    const here = { uri: 'here.md', facts: () => factsOf(analysisOf('markdown', 'CCM 4.1 IAM-03')) };
    assert.deepEqual(
      referencesOf(index, subjects, here).map(({ uri }) => uri),
      ['a.md', 'here.md'],
    );
    assert.equal(referencesOf(index, subjects, { ...here, uri: 'a.md' }).length, 1);
  });
});
