import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, codeActions, expectProblems, fixture, open, until, write } from '../support/editor';
import { acceptPreview } from '../support/preview';

const revoked = '# ATT&CK\n\n- T1086 PowerShell\n- [T1139](https://attack.mitre.org/techniques/T1139/)\n';
const fixed =
  '# ATT&CK\n\n- T1059.001 PowerShell\n- [T1552.003](https://attack.mitre.org/techniques/T1552/003/)\n';

async function actionCalled(
  document: vscode.TextDocument,
  words: string,
  title: string,
): Promise<vscode.CodeAction> {
  const position = at(document, words);
  const range = new vscode.Range(position, position);
  const actions = await until(
    () => codeActions(document, range),
    (list) => list.some((each) => each.title === title),
  );
  const found = actions.find((each) => each.title === title);
  assert.ok(found);
  return found;
}

/** A new file of the workspace. */
async function file(name: string, content: string): Promise<vscode.Uri> {
  const uri = fixture(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return uri;
}

suite('fix all', () => {
  teardown(closeAll);

  test('fixes one rule in the document, and one undo restores it', async () => {
    const document = await write(revoked);
    await expectProblems(document, ['revoked-technique@T1086', 'revoked-technique@T1139']);
    const action = await actionCalled(
      document,
      'T1086',
      'Fix all 2 revoked-technique findings in this document',
    );
    assert.ok(action.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), fixed);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), revoked);
  });

  test("isn't offered for a single finding", async () => {
    const document = await write('ATT&CK T1086');
    await expectProblems(document, ['revoked-technique@T1086']);
    await actionCalled(document, 'T1086', 'Fix all revoked-technique findings in the workspace…');
    const titles = (await codeActions(document, new vscode.Range(0, 8, 0, 8))).map(({ title }) => title);
    assert.ok(
      !titles.some((title) => title.endsWith('in this document') && title.startsWith('Fix all')),
      titles.join(),
    );
  });

  test('makes the safe fixes on save', async () => {
    const uri = await file('on-save.md', 'ATT&CK T1086, T1059-003, T1562.012\n');
    const editor = vscode.workspace.getConfiguration('editor');
    try {
      await editor.update(
        'codeActionsOnSave',
        { 'source.fixAll.controlLens': 'always' },
        vscode.ConfigurationTarget.Global,
      );
      const document = await open(uri);
      const change = new vscode.WorkspaceEdit();
      change.insert(uri, new vscode.Position(1, 0), 'More.\n');
      await vscode.workspace.applyEdit(change);
      await document.save();
      assert.equal(document.getText(), 'ATT&CK T1059.001, T1059.003, T1562.012\nMore.\n');
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });

  test('fixes the workspace after a preview', async () => {
    const other = fixture('cloud-access.md'); // has a revoked technique of its own, and a refactoring saves
    const before = await vscode.workspace.fs.readFile(other);
    const uris = [await file('fix-all-1.md', revoked), await file('fix-all-2.md', `${revoked}\nT1059-003\n`)];
    try {
      const command = vscode.commands.executeCommand('controlLens.fixAllInWorkspace', 'revoked-technique');
      const texts = (): string[] => uris.map((uri) => textOf(uri) ?? '');
      await acceptPreview(command, () => texts()[0] === fixed);
      assert.deepEqual(texts(), [fixed, `${fixed}\nT1059-003\n`]);
    } finally {
      const changed = vscode.workspace.textDocuments.filter((each) => each.isDirty).map((each) => each.uri);
      for (const uri of [...changed, ...uris]) {
        await vscode.window.showTextDocument(uri);
        await closeAll();
      }
      for (const uri of uris) await vscode.workspace.fs.delete(uri);
      await vscode.workspace.fs.writeFile(other, before);
    }
  });
});

function textOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.getText();
}
