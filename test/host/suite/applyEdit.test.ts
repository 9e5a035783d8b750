import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyOrTell } from '../../../src/extension/adapters/applyEdit';
import { closeAll, write } from '../support/editor';

suite('applying an edit', () => {
  teardown(closeAll);

  const told: string[] = [];
  const apply = async (uri: vscode.Uri, text: string): Promise<boolean> => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), text);
    return applyOrTell(edit, (message) => told.push(message));
  };
  setup(() => told.splice(0));

  test('reports nothing if it is made', async () => {
    const document = await write('text');
    assert.ok(await apply(document.uri, 'CCM IAM-14 '));
    assert.equal(document.getText(), 'CCM IAM-14 text');
    assert.deepEqual(told, []);
  });

  test('reports that nothing was written if the document changed meanwhile', async () => {
    const document = await write('text');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    const typed = editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'typed '));
    const applied = apply(document.uri, 'CCM IAM-14 '); // made of the text as it was before
    assert.deepEqual(await Promise.all([typed, applied]), [true, false]);
    assert.equal(document.getText(), 'typed text');
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /^Nothing was changed: /);
  });
});
