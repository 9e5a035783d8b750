import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../../../src/extension/views/registerViews';
import { EXTENSION_ID } from '../../support/editor';

suite('the side bar of an untrusted workspace', () => {
  test('reads the workspace when the view is first seen', async () => {
    const views = await vscode.extensions.getExtension<Views>(EXTENSION_ID)?.activate();
    assert.ok(views);
    assert.equal(vscode.workspace.isTrusted, false);
    assert.ok((await views.workspace.provider.getChildren()).length > 0);
    assert.equal(views.workspace.state, 'ready');
  });
});
