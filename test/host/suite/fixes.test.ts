import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeActions, expectProblems, problems, until, write } from '../support/editor';

/** Applies the fix with the title to the problem of the rule's text, and gives back what the document says then. */
async function fix(document: vscode.TextDocument, title: string): Promise<string> {
  const problem = problems(document.uri)[0];
  assert.ok(problem);
  const actions = await until(
    () => codeActions(document, problem.range),
    (list) => list.some((action) => action.title === title),
  );
  const action = actions.find((each) => each.title === title);
  assert.ok(action?.edit);
  await vscode.workspace.applyEdit(action.edit);
  return document.getText();
}

suite('a quick fix', () => {
  teardown(closeAll);

  test('replaces a revoked technique by its successor, and one undo restores it', async () => {
    const document = await write('PowerShell is ATT&CK T1086.');
    await expectProblems(document, ['revoked-technique@T1086']);
    assert.equal(await fix(document, 'Replace with T1059.001 PowerShell'), 'PowerShell is ATT&CK T1059.001.');
    await expectProblems(document, []);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'PowerShell is ATT&CK T1086.');
  });

  const corrected: readonly (readonly [problem: string, text: string, title: string, after: string])[] = [
    [
      'unknown-id@IAM-99',
      'CCM IAM-99 applies.',
      'Replace with IAM-09 Segregation of Privileged Access Roles',
      'CCM IAM-09 applies.',
    ],
    [
      'other-edition@IVS-09',
      'CCM 4.1 IVS-09 Network Defense',
      'Replace with I&S-09 Network Defense',
      'CCM 4.1 I&S-09 Network Defense',
    ],
    [
      'link-mismatch@T1021/001',
      '[T1021.007](https://attack.mitre.org/techniques/T1021/001/)',
      'Change the link address to T1021.007',
      '[T1021.007](https://attack.mitre.org/techniques/T1021/007/)',
    ],
    [
      'title-mismatch@IAM-13',
      'CCM 4.0 IAM-13 Strong Authentication',
      'Change the title to Uniquely Identifiable Users',
      'CCM 4.0 IAM-13 Uniquely Identifiable Users',
    ],
    [
      'ambiguous-edition@IAM-13',
      'Every action is traced (CCM IAM-13).',
      'Declare CCM 4.1 for this document',
      '<!-- control-lens-edition CCM 4.1 -->\n\nEvery action is traced (CCM IAM-13).',
    ],
  ];
  for (const [problem, text, title, after] of corrected)
    test(`for ${problem} is: ${title}`, async () => {
      const document = await write(text);
      await expectProblems(document, [problem]);
      assert.equal(await fix(document, title), after);
      await expectProblems(document, []);
    });

  test('suppresses a rule by a comment on the line', async () => {
    const document = await write('See CCM GRC-03.\n\nMore.\n');
    await expectProblems(document, ['no-mapping@GRC-03']);
    assert.equal(
      await fix(document, 'Silence no-mapping on this line'),
      'See CCM GRC-03. <!-- control-lens-disable-line no-mapping -->\n\nMore.\n',
    );
    await expectProblems(document, []);
  });

  test('keeps a comment in its table cell', async () => {
    const document = await write('| CCM control | Note |\n| --- | --- |\n| GRC-03 | x |\n');
    await expectProblems(document, ['no-mapping@GRC-03']);
    assert.equal(
      await fix(document, 'Silence no-mapping on this line'),
      '| CCM control | Note |\n| --- | --- |\n| GRC-03 <!-- control-lens-disable-line no-mapping --> | x |\n',
    );
    await expectProblems(document, []);
  });

  test('suppresses a rule by a comment in YAML', async () => {
    const document = await write('controls: [IAM-10, GRC-03]\n', 'yaml');
    await expectProblems(document, ['no-mapping@GRC-03']);
    assert.equal(
      await fix(document, 'Silence no-mapping on this line'),
      'controls: [IAM-10, GRC-03] # control-lens-disable-line no-mapping\n',
    );
    await expectProblems(document, []);
  });

  test('puts a comment for the document below the front matter', async () => {
    const document = await write('---\nccm_version: 4.1\n---\n\nSee CCM GRC-03.\n');
    await expectProblems(document, ['no-mapping@GRC-03']);
    assert.equal(
      await fix(document, 'Silence no-mapping in this document'),
      '---\nccm_version: 4.1\n---\n\n<!-- control-lens-disable no-mapping -->\n\nSee CCM GRC-03.\n',
    );
    await expectProblems(document, []);
  });
});
