import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, expectProblems, until, write } from '../support/editor';
import { acceptPreview } from '../support/preview';

const before = [
  '# Policy (CCM 4.0)',
  '',
  '| Control | Title |',
  '| --- | --- |',
  '| IAM-13 | Uniquely Identifiable Users |',
  '| IAM-12 | Safeguard Logs Integrity |',
  '',
  'IVS-01 to IVS-09 apply, and CCM STA-01, -02.',
  '',
].join('\n');
const after = before
  .replace('4.0', '4.1')
  .replace('IAM-13 | Uniquely Identifiable Users', 'IAM-12 | Unique Identities')
  .replace('IVS-01 to IVS-09', 'I&S-01 to I&S-09')
  .replace('STA-01, -02', 'STA-02, -03');

suite('migrating an edition', () => {
  teardown(closeAll);

  test('changes what the preview shows, in one undo step, and shows what is left to decide', async () => {
    const document = await write(before);
    const command = vscode.commands.executeCommand('controlLens.migrateEdition', '4.0', '4.1');
    await acceptPreview(command, () => document.getText() !== before);
    assert.equal(document.getText(), after);
    const summary = await until(
      async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return vscode.workspace.textDocuments.find((each) =>
          each.getText().includes('Left for you to decide'),
        );
      },
      (each) => each !== undefined,
    );
    assert.match(summary?.getText() ?? '', /\| 6 \| IAM-12 Safeguard Logs Integrity isn't in CCM 4\.1/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('does nothing if the preview is discarded', async () => {
    const document = await write(before);
    const command = vscode.commands.executeCommand('controlLens.migrateEdition', '4.0', '4.1');
    let isOver = false;
    void command.then(() => (isOver = true));
    await until(async () => {
      await vscode.commands.executeCommand('refactorPreview.discard').then(undefined, () => undefined);
      return isOver;
    }, Boolean);
    assert.equal(document.getText(), before);
  });

  test('leaves a document without anything to migrate alone', async () => {
    const document = await write('ATT&CK T1086');
    await expectProblems(document, ['revoked-technique@T1086']);
    await vscode.commands.executeCommand('controlLens.migrateEdition');
    assert.equal(document.getText(), 'ATT&CK T1086');
  });
});
