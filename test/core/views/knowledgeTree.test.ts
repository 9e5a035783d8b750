import assert from 'node:assert/strict';
import { knowledgeTree } from '../../../src/core/views/knowledgeTree';
import type { KnowledgeView } from '../../../src/core/views/knowledgeTreeInput';
import type { TreeNode } from '../../../src/core/views/node';
import { realKnowledge } from '../../support/knowledge';
import { nodeAt, nodeText, treeIds, treeText } from '../../support/trees';

function tree(view: Partial<KnowledgeView> = {}): TreeNode[] {
  return knowledgeTree({
    knowledge: realKnowledge(),
    editionOf: ({ key }) => (key === 'ccm' ? '4.1' : '5'),
    attackVersion: undefined,
    filter: '',
    ...view,
  });
}

const childrenOf = (node: TreeNode): readonly string[] => (node.children?.() ?? []).map(nodeText);

suite('the tree of the knowledge base', () => {
  test('begins with the frameworks and the matrices', () => {
    assert.deepEqual(tree().map(nodeText), [
      '(book) CSA CCM | 208 controls · CCM 4.1, CCM 4.0',
      '(book) NIST SP 800-53 | 300 controls · NIST SP 800-53 Rev. 5',
      '(book) MITRE ATT&CK Enterprise | 19.1 · 222 techniques',
      '(book) MITRE ATT&CK Mobile | 18.1 · 77 techniques',
      '(book) MITRE ATT&CK ICS | 18.1 · 83 techniques',
    ]);
  });

  test('shows domain, control and technique, with editions that differ', () => {
    const ccm = nodeAt(tree(), 'CSA CCM');
    assert.equal(ccm.children?.().length, 17);
    assert.equal(
      nodeText(nodeAt(tree(), 'CSA CCM', 'I&S')),
      '(library) I&S Infrastructure Security | CCM 4.0: IVS · 9',
    );
    assert.deepEqual(childrenOf(nodeAt(tree(), 'CSA CCM', 'IAM')).slice(11, 14), [
      '(shield) IAM-12 Safeguard Logs Integrity | not assessed · CCM 4.0 only',
      '(shield) IAM-12 Unique Identities | 11 mapped · CCM 4.1 · CCM 4.0: IAM-13',
      '(shield) IAM-13 Strong Authentication | 19 mapped · CCM 4.1 · CCM 4.0: IAM-14',
    ]);
    assert.equal(childrenOf(nodeAt(tree(), 'CSA CCM', 'IAM', 'IAM-13'))[0], '(zap) T1021 Remote Services');
  });

  test('shows tactic, technique, sub-technique and control', () => {
    assert.deepEqual(
      childrenOf(nodeAt(tree(), 'MITRE ATT&CK Enterprise'))[0],
      '(milestone) TA0043 Reconnaissance | 12',
    );
    const technique = nodeAt(tree(), 'MITRE ATT&CK Enterprise', 'TA0008', 'T1021');
    assert.equal(nodeText(technique), '(zap) T1021 Remote Services | 8 sub-techniques · 18 mapped');
    assert.ok(
      childrenOf(technique).includes('(shield) IPY-03 Secure Interoperability and Portability Management'),
    );
    assert.ok(childrenOf(technique).includes('(shield) AC-2 Account Management'));
    assert.deepEqual(childrenOf(nodeAt(technique.children?.() ?? [], 'T1021.007')).slice(0, 1), [
      '(shield) IAM-09 Segregation of Privileged Access Roles',
    ]);
  });

  test('leaves out what is revoked in the version that is set', () => {
    const ids = (version?: string): string[] => treeIds(tree({ attackVersion: version }), 4);
    assert.ok(!ids().some((id) => id.endsWith('/T1086')));
    assert.ok(ids('18.1').some((id) => id.endsWith('T1070/T1070.001')));
    assert.ok(!ids().some((id) => id.endsWith('T1070/T1070.001')));
    assert.match(nodeText(nodeAt(tree({ attackVersion: '18.1' }), 'MITRE ATT&CK Enterprise')), /\| 18\.1 · /);
  });

  test('numbers controls in the edition that is set', () => {
    const iam = childrenOf(nodeAt(tree({ editionOf: () => '4.0' }), 'CSA CCM', 'IAM'));
    assert.ok(iam.some((text) => text.includes('IAM-14 Strong Authentication')));
  });

  test('has nodes with unique IDs', () => {
    const ids = treeIds(tree(), 5);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 3000);
  });
});

suite('the filter of the knowledge base', () => {
  test('opens what it finds, below its parents', () => {
    assert.deepEqual(treeText(tree({ filter: 'strong auth' })), [
      '(book) CSA CCM | 1 control · CCM 4.1, CCM 4.0',
      '  (library) IAM Identity and Access Management | 1',
      '    (shield) IAM-13 Strong Authentication | 19 mapped · CCM 4.1 · CCM 4.0: IAM-14',
    ]);
    assert.deepEqual(treeText(tree({ filter: 'T1021.007' })).slice(0, 4), [
      '(book) MITRE ATT&CK Enterprise | 19.1 · 1 technique',
      '  (milestone) TA0008 Lateral Movement | 1',
      '    (zap) T1021 Remote Services | 1 sub-technique · 18 mapped',
      '      (zap) T1021.007 Cloud Services | 14 mapped',
    ]);
  });

  test('finds a control by the id of any edition', () => {
    assert.match(treeText(tree({ filter: 'IVS-09' })).join('\n'), /I&S-09 Network Defense/);
  });

  test('finds no parent for a sub-technique that was revoked', () => {
    assert.deepEqual(tree({ filter: 'T1070.001' }), []);
    assert.equal(tree({ filter: 'T1070.001', attackVersion: '18.1' }).length, 1);
  });

  test('accepts empty, hostile and unmatched queries', () => {
    assert.deepEqual(tree({ filter: 'no such entity' }), []);
    assert.deepEqual(tree({ filter: 'x'.repeat(100_000) }), []);
    assert.equal(tree({ filter: '(((+' }).length, 5);
    assert.deepEqual(treeText(tree({ filter: '  ' })), treeText(tree()));
  });
});
