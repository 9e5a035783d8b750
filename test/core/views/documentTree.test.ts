import assert from 'node:assert/strict';
import { documentPath } from '../../../src/core/views/documentPath';
import { documentTree } from '../../../src/core/views/documentTree';
import { treeInputOf } from '../../../src/core/views/treeInput';
import type { TreeNode } from '../../../src/core/views/node';
import { documentCoverage } from '../../../src/core/coverage/coverage';
import { analysisOf } from '../../support/findings';
import { nodeAt, nodeText, treeIds, treeText } from '../../support/trees';

const POLICY = `---
ccm_version: 4.1
---
# Access

Console logins (T1021.007) ask for a second factor (CCM IAM-13, IAM-15), and ATT&CK T1086 is gone.

Reviewed each year (CCM GRC-03). Lateral movement is TA0008; CCM IAM-99 is a slip.
`;

function treeOf(text: string, languageId = 'markdown'): TreeNode[] {
  return documentTree(treeInputOf(analysisOf(languageId, text), 'file:///a.md'));
}

suite('the tree of a document', () => {
  test('shows techniques with their controls, controls with their techniques, and the rest', () => {
    assert.deepEqual(treeText(treeOf(POLICY)), [
      'Techniques | 2, 1 open',
      '  (pass) T1021.007 Cloud Services | 2 of 7',
      '  (circle-large-outline) T1059.001 PowerShell | 0 of 1 · written T1086',
      'Cited controls | 3',
      '  (circle-slash) GRC-03 Organizational Policy Reviews | no mapping',
      '  (pass) IAM-13 Strong Authentication | 1 of 19',
      '  (pass) IAM-15 Authorization Mechanisms | 1 of 62',
      'Mapped techniques | 70, 1 named',
      '(lightbulb) Controls to cite next | 1 open',
      'Findings | 3',
      'Other IDs | 2',
    ]);
  });

  test('shows the techniques that its cited controls are mapped to, by tactic', () => {
    const tree = treeOf('ATT&CK T1021.007; CCM 4.1 IAM-13.');
    const tactics = nodeAt(tree, 'Mapped techniques');
    assert.deepEqual(tactics.children?.().slice(0, 2).map(nodeText), [
      '(milestone) TA0001 Initial Access | 5',
      '(milestone) TA0002 Execution | 1',
    ]);
    const lateral = nodeAt(tree, 'Mapped techniques', 'TA0008');
    assert.equal(nodeText(lateral), '(milestone) TA0008 Lateral Movement | 3 · 1 named');
    const cloud = nodeAt(tree, 'Mapped techniques', 'TA0008', 'T1021.007');
    assert.equal(nodeText(cloud), '(zap) T1021.007 Cloud Services | named · 1 cited control');
    const [control] = cloud.children?.() ?? [];
    assert.equal(control && nodeText(control), '(pass) IAM-13 Strong Authentication');
    assert.equal(control?.place?.range.start.character, 26);
  });

  test('puts the cited controls first below a technique, the named techniques first below a control', () => {
    const tree = treeOf(POLICY);
    assert.deepEqual(nodeAt(tree, 'Techniques', 'T1021.007').children?.().slice(0, 3).map(nodeText), [
      '(pass) IAM-13 Strong Authentication | cited',
      '(pass) IAM-15 Authorization Mechanisms | cited',
      '(circle-large-outline) IAM-09 Segregation of Privileged Access Roles | not cited',
    ]);
    assert.deepEqual(nodeAt(tree, 'Cited controls', 'IAM-13').children?.().slice(0, 2).map(nodeText), [
      '(zap) T1021.007 Cloud Services | named here',
      '(zap) T1021 Remote Services | not named here',
    ]);
  });

  test('says so if no technique is named that a control is mapped to', () => {
    const tree = treeOf('ATT&CK T1021.007; CCM 4.1 IAM-13 and UEM-09.');
    assert.deepEqual(treeText(tree).slice(2), [
      'Cited controls | 2, 1 not mapped to a technique here',
      '  (pass) IAM-13 Strong Authentication | 1 of 19',
      '  (pass) UEM-09 Anti-Malware Detection and Prevention | no technique here',
      'Mapped techniques | 33, 1 named',
    ]);
    const { accessibleDescription } = nodeAt(tree, 'Cited controls');
    assert.equal(
      accessibleDescription?.text,
      '2 controls cited: 1 mapped to a technique named here, 1 mapped only to techniques not named here, 0 without a mapping',
    );
  });

  test('explains a status, and what numbers count, in tooltips', () => {
    const tree = treeOf(`${POLICY}\nAlso T1003 and CCM UEM-10.\n`);
    const last = (group: string, id: string): string => {
      const blocks = nodeAt(tree, group, id).tooltip?.() ?? [];
      const block = blocks.at(-1);
      return block?.kind === 'line' ? block.runs.map(({ text }) => text).join('') : '';
    };
    assert.equal(
      last('Techniques', 'T1021.007'),
      'Addressed by a cited control: 2 of 7 mapped controls cited.',
    );
    assert.equal(last('Techniques', 'T1059.001'), 'Open: 0 of 1 mapped controls cited.');
    assert.equal(last('Techniques', 'T1003'), 'No control is mapped to it.');
    assert.equal(last('Cited controls', 'IAM-13'), 'Cited, mapped to a technique named here.');
    assert.equal(last('Cited controls', 'UEM-10'), 'Cited, mapped only to techniques not named here.');
    assert.equal(last('Cited controls', 'GRC-03'), 'No mapping: outside the scope of ATT&CK.');
  });

  test('has suggestions, findings, and what is neither', () => {
    const tree = treeOf(POLICY);
    assert.deepEqual(treeText(nodeAt(tree, 'Controls to cite').children?.() ?? [], 2), [
      '(lightbulb) UEM-09 Anti-Malware Detection and Prevention | for 1 of 1',
      '  (zap) T1059.001 PowerShell',
    ]);
    assert.deepEqual(
      nodeAt(tree, 'Findings')
        .children?.()
        .map(({ description }) => description?.text),
      ['revoked-technique · line 6', 'no-mapping · line 8', 'unknown-id · line 8'],
    );
    assert.deepEqual(nodeAt(tree, 'Other').children?.().map(nodeText), [
      '(milestone) TA0008 Lateral Movement | tactic · 1 reference',
      '(question) IAM-99 | unknown · 1 reference',
    ]);
  });

  test('has the numbers of coverage and of the check', () => {
    const analysis = analysisOf('markdown', POLICY);
    const tree = documentTree(treeInputOf(analysis, 'file:///a.md'));
    const { counts } = documentCoverage(analysis);
    const icons = (nodeAt(tree, 'Techniques').children?.() ?? []).map(({ icon }) => icon?.name);
    assert.equal(icons.filter((icon) => icon === 'pass').length, counts.addressed);
    assert.equal(icons.filter((icon) => icon === 'circle-large-outline').length, counts.gaps);
    assert.equal(nodeAt(tree, 'Cited controls').children?.().length, counts.controls);
    assert.equal(nodeAt(tree, 'Findings').children?.().length, analysis.findings.length);
  });

  test('has ids that are unique, and stay while lines move', () => {
    const ids = treeIds(treeOf(POLICY), 4);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 40);
    assert.deepEqual(treeIds(treeOf(POLICY.replace('# Access\n', '# Access\n\nMore.\n')), 4), ids);
  });

  test('links to the first place, and says what icons show', () => {
    const node = nodeAt(treeOf(POLICY), 'Techniques', 'T1021.007');
    assert.deepEqual(node.place, {
      uri: 'file:///a.md',
      range: { start: { line: 5, character: 16 }, end: { line: 5, character: 25 } },
    });
    assert.equal(node.accessibilityLabel?.text, 'addressed by a cited control');
    assert.equal(nodeAt(treeOf(POLICY), 'Techniques', 'T1021.007', 'IAM-09').place, undefined);
  });

  test('is empty if nothing is cited, or only a ticket', () => {
    assert.deepEqual(treeOf('# Nothing\n\nSee ticket IAM-14.\n'), []);
    assert.deepEqual(treeOf('', 'yaml'), []);
  });

  test('is numbered in the edition of the document', () => {
    assert.equal(
      nodeText(nodeAt(treeOf('CCM 4.0: T1021.007, CCM v4.0 IAM-14'), 'Techniques', 'T1021.007', 'IAM-14')),
      '(pass) IAM-14 Strong Authentication | cited',
    );
  });
});

suite('the node of a place', () => {
  const cases: readonly (readonly [words: string, path: readonly string[] | undefined])[] = [
    ['T1021.007', ['techniques', 'techniques/T1021.007']],
    ['T1086', ['techniques', 'techniques/T1059.001']],
    ['IAM-15', ['controls', 'controls/IAM-15@4.1']],
    ['GRC-03', ['controls', 'controls/GRC-03@4.1']],
    ['TA0008', ['others', 'others/TA0008']],
    ['IAM-99', ['others', 'others/ccm?IAM-99']],
    ['Console logins', ['techniques', 'techniques/T1021.007']],
    ['# Access', undefined],
  ];
  const analysis = analysisOf('markdown', POLICY);
  const input = treeInputOf(analysis, 'file:///a.md');
  for (const [words, path] of cases) {
    test(`of "${words}" is ${path?.at(-1) ?? 'absent'}`, () => {
      assert.deepEqual(documentPath(input, POLICY.indexOf(words) + 2), path);
      const [first, second] = path ?? [];
      if (first === undefined) return;
      const group = documentTree(input).find(({ id }) => id === first);
      assert.ok(group?.children?.().some(({ id }) => id === second));
    });
  }
});
