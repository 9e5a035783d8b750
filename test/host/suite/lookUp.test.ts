import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, pause, setSetting, until, write } from '../support/editor';

/** Looks up what is typed, and accepts the first answer until it is where it belongs. */
async function lookUp<T>(
  typed: string,
  get: () => T | Thenable<T>,
  isThere: (value: T) => boolean,
): Promise<T> {
  await vscode.commands.executeCommand('controlLens.lookUp', typed);
  await pause(300);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  return until(get, isThere);
}

suite('looking up', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await setSetting('completion.format', undefined);
    await closeAll();
  });

  test('writes the ID at the cursor in the edition of the place, and one undo removes it', async () => {
    const document = await write('# CCM 4.1\n\n');
    const text = (): string => document.getText();
    await lookUp('strong auth', text, (now) => now === '# CCM 4.1\n\nIAM-13');
    await vscode.commands.executeCommand('undo');
    await until(text, (now) => now === '# CCM 4.1\n\n');
  });

  test('replaces the selection, in the format of the setting', async () => {
    await setSetting('completion.format', 'link');
    const document = await write('See this.');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 4, 0, 8);
    await lookUp(
      'valid accounts',
      () => document.getText(),
      (now) => now === 'See [T1078](https://attack.mitre.org/techniques/T1078/).',
    );
  });

  test('copies the ID if no editor is open', async () => {
    await vscode.env.clipboard.writeText('before');
    await lookUp(
      '1021.7',
      () => vscode.env.clipboard.readText(),
      (now) => now === 'T1021.007',
    );
  });
});
