import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../../../src/extension/views/registerViews';
import { EXTENSION_ID, until } from '../../support/editor';

suite('the side bar of an untrusted workspace', () => {
  test('reads nothing until it is told to, and then works', async () => {
    const views = await vscode.extensions.getExtension<Views>(EXTENSION_ID)?.activate();
    assert.ok(views);
    assert.equal(vscode.workspace.isTrusted, false);
    assert.deepEqual(await views.workspace.provider.getChildren(), []);
    assert.equal(views.workspace.state, 'not-read');
    await vscode.commands.executeCommand('controlLens.readWorkspace');
    await until(
      async () => (await views.workspace.provider.getChildren()).length,
      (count) => count > 0,
    );
    assert.equal(views.workspace.state, 'ready');
  });
});
