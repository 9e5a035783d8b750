import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID, fixture, open, until, closeAll } from '../support/editor';

suite('the activation of the extension', () => {
  teardown(closeAll);

  test('comes with the first document of a language, and every command is there', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    await open(fixture('cloud-access.md'));
    await until(
      () => extension.isActive,
      (isActive) => isActive,
    );
    const commands = await vscode.commands.getCommands(true);
    const contributed = (extension.packageJSON as { contributes: { commands: { command: string }[] } })
      .contributes.commands;
    for (const { command } of contributed) assert.ok(commands.includes(command), command);
  });
});
