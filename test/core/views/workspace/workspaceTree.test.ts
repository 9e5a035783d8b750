import assert from 'node:assert/strict';
import { MAX_CHILDREN, type TreeNode } from '../../../../src/core/views/node';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings/settings';
import { workspaceCoverage } from '../../../../src/core/coverage/workspaceCoverage';
import { GROUPINGS, workspaceTree, type Grouping } from '../../../../src/core/views/workspace/workspaceTree';
import type { WorkspaceIndex } from '../../../../src/core/index/workspaceIndex';
import { realKnowledge } from '../../../support/knowledge';
import { nodeAt, nodeText, treeIds, treeText } from '../../../support/trees';
import { indexOf } from '../../../support/workspace';

const DOCUMENTS = {
  'policies/access.md':
    '---\nccm_version: 4.1\n---\nConsole (T1021.007) uses CCM IAM-13.\n\nAgain T1021.007; CCM GRC-03.\n',
  'policies/cloud/old.md': 'ATT&CK T1086, T1021.007 and CCM 4.0 IAM-14; CCM 4.1 IVS-09\n',
  'register.yaml': 'technique: T1530\ncontrols: [IAM-99]\ntactic: TA0008\n',
  'empty.md': 'Nothing.\n',
};

function treeOf(index: WorkspaceIndex, grouping: Grouping, filter = ''): TreeNode[] {
  const input = { index, knowledge: realKnowledge(), pathOf: (uri: string) => uri, filter };
  const coverage = workspaceCoverage(index, input.knowledge, DEFAULT_SETTINGS, input.pathOf);
  return workspaceTree(input, grouping, coverage);
}

suite('the tree of a workspace', () => {
  const index = indexOf(DOCUMENTS);

  test('groups by technique', () => {
    assert.deepEqual(treeText(treeOf(index, 'technique')), [
      '(pass) T1021.007 Cloud Services | 1 of 7 · 2 documents',
      '(circle-large-outline) T1059.001 PowerShell | 0 of 1 · 1 document · written T1086',
      '(pass) T1530 Data from Cloud Storage | 1 of 16 · 1 document',
      '(lightbulb) Controls to cite next | 1 open',
    ]);
    assert.deepEqual(
      treeText(nodeAt(treeOf(index, 'technique'), 'T1021.007').children?.() ?? [], 2).slice(-5),
      [
        '  (circle-large-outline) IPY-03 Secure Interoperability and Portability Management | not cited',
        '(file) access.md | 2 references · policies',
        '  (location) Line 4 | T1021.007',
        '  (location) Line 6 | T1021.007',
        '(file) old.md | line 1 · policies/cloud',
      ],
    );
  });

  test('groups by control, whatever edition numbers it', () => {
    assert.deepEqual(treeText(treeOf(index, 'control')).slice(0, 3), [
      '(circle-slash) GRC-03 Organizational Policy Reviews | no mapping · 1 document',
      '(pass) I&S-09 Network Defense | no technique here · 1 document',
      '(pass) IAM-13 Strong Authentication | 2 of 19 · 2 documents',
    ]);
    assert.match(treeText(treeOf(index, 'control')).at(-1) ?? '', /^Not cited, mapped to .* \| \d+$/);
    assert.deepEqual(treeText(nodeAt(treeOf(index, 'control'), 'IAM-13').children?.() ?? [], 1), [
      '(file) access.md | line 4 · policies',
      '(file) old.md | line 1 · policies/cloud',
    ]);
  });

  test('groups by document, in folders', () => {
    assert.deepEqual(treeText(treeOf(index, 'document'), 3), [
      '(folder) policies | 8 references',
      '  (folder) cloud | 4 references',
      '    (file) old.md | 2 out of date · 4 references',
      '  (file) access.md | 1 without a mapping · 4 references',
      '    (pass) T1021.007 Cloud Services | mapped · 2 references',
      '    (pass) IAM-13 Strong Authentication | mapped',
      '    (circle-slash) GRC-03 Organizational Policy Reviews | no mapping',
      '(file) register.yaml | 1 unknown · 3 references',
      '  (pass) T1530 Data from Cloud Storage | mapped',
      '  (question) IAM-99 | unknown',
      '  (milestone) TA0008 Lateral Movement',
    ]);
  });

  test('groups by state, with the counts of the index', () => {
    assert.deepEqual(treeText(treeOf(index, 'state'), 2), [
      '(pass) Mapped | 6',
      '  (pass) IAM-13 Strong Authentication | 2',
      '  (pass) T1021.007 Cloud Services | 3',
      '  (pass) T1530 Data from Cloud Storage | 1',
      '(circle-slash) Controls without a mapping | 1',
      '  (circle-slash) GRC-03 Organizational Policy Reviews | 1',
      '(history) Out of date | 2',
      '  (history) IVS-09 Network Defense | 1',
      '  (history) T1086 PowerShell | 1',
      '(question) Unknown | 1',
      '  (question) IAM-99 | 1',
      '(milestone) Tactics, mitigations and similar | 1',
      '  (milestone) TA0008 Lateral Movement | 1',
    ]);
  });

  test('has a control in two states under two of its IDs', () => {
    const both = indexOf({ 'a.md': 'CCM 4.1 I&S-09', 'b.md': 'CCM 4.1 IVS-09, CCM 4.1 IVS-09' });
    assert.deepEqual(treeText(treeOf(both, 'state'), 3), [
      '(pass) Mapped | 1',
      '  (pass) I&S-09 Network Defense | 1',
      '    (file) a.md | line 1',
      '(history) Out of date | 2',
      '  (history) IVS-09 Network Defense | 2',
      '    (file) b.md | 2 references',
    ]);
  });

  test('has a likely technique in a state, and not in coverage', () => {
    const likely = indexOf({ 'a.md': 'ATT&CK T1530', 'b.md': 'and T1530 is gone' });
    assert.deepEqual(
      likely.referencesIn('b.md').map(({ certain }) => certain),
      [false],
    );
    const [technique] = treeOf(likely, 'technique');
    assert.equal(
      technique && nodeText(technique),
      '(circle-large-outline) T1530 Data from Cloud Storage | 0 of 16 · 1 document',
    );
    assert.deepEqual(technique?.children?.().slice(1).map(nodeText), ['(file) a.md | line 1']);
    assert.deepEqual(treeText(treeOf(likely, 'state')), ['(pass) Mapped | 2']);
  });

  test('groups by the techniques that cited controls are mapped to', () => {
    const cited = indexOf({ 'a.md': 'CCM 4.1 IAM-13', 'b.md': 'CCM 4.1 IAM-13. ATT&CK T1021.007' });
    assert.deepEqual(treeText(treeOf(cited, 'mapped', 'T1021.007'), 4), [
      '(milestone) TA0008 Lateral Movement | 1 · 1 named',
      '  (zap) T1021.007 Cloud Services | named · 1 cited control',
      '    (pass) IAM-13 Strong Authentication | 2 documents',
      '      (file) a.md | line 1',
      '      (file) b.md | line 1',
    ]);
    const [lateral, ...others] = treeOf(cited, 'mapped', 'lateral movement');
    assert.equal(others.length, 0);
    assert.equal(lateral && nodeText(lateral), '(milestone) TA0008 Lateral Movement | 3 · 1 named');
    assert.deepEqual(treeOf(indexOf({ 'a.md': 'ATT&CK T1021.007' }), 'mapped'), []);
  });

  test('filters by every word', () => {
    assert.equal(treeOf(index, 'technique', 'cloud T1021').length, 1);
    assert.equal(treeOf(index, 'technique', 't1086').length, 1);
    assert.deepEqual(treeOf(index, 'control', 'strong auth').map(nodeText).length, 1);
    assert.deepEqual(treeText(treeOf(index, 'document', 'cloud'), 9).slice(0, 2), [
      '(folder) policies/cloud | 4 references',
      '  (file) old.md | 2 out of date · 4 references',
    ]);
    assert.deepEqual(treeText(treeOf(index, 'state', 'iam-99')), ['(question) Unknown | 1']);
    assert.deepEqual(treeOf(index, 'technique', 'nothing'), []);
  });

  test('has nodes with unique IDs in every grouping', () => {
    for (const grouping of GROUPINGS) {
      const ids = treeIds(treeOf(index, grouping), 5);
      assert.equal(new Set(ids).size, ids.length, grouping);
    }
  });
});

suite('the tree of a large workspace', () => {
  test('makes no node that is not opened', () => {
    const index = indexOf(
      Object.fromEntries(
        Array.from({ length: MAX_CHILDREN + 200 }, (_, number) => [
          `p/${String(number).padStart(4, '0')}.md`,
          'ATT&CK T1530',
        ]),
      ),
    );
    const folder = nodeAt(treeOf(index, 'document'), 'p');
    assert.deepEqual(folder.children?.().map(nodeText), [
      '0000.md to 0499.md | 500',
      '0500.md to 0699.md | 200',
    ]);
    assert.deepEqual(nodeAt(treeOf(index, 'technique'), 'T1530').children?.().map(nodeText).slice(1), [
      '0000.md to 0499.md | 500',
      '0500.md to 0699.md | 200',
    ]);
  });
});
