import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, fixture, hoverText, open, problems, setSetting, until } from '../support/editor';

const uriOf = (name: string): vscode.Uri => vscode.Uri.from({ scheme: 'control-lens', path: `/${name}.md` });

async function pageText(name: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(uriOf(name))).getText();
}

/** Waits until a page is the active editor, as rendered Markdown. */
async function untilShown(name: string): Promise<void> {
  await until(
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
    (input) =>
      input instanceof vscode.TabInputCustom &&
      input.viewType === 'vscode.markdown.preview.editor' &&
      input.uri.toString() === uriOf(name).toString(),
  );
}

suite('the reading page', () => {
  teardown(closeAll);

  test('opens rendered, by its name and from the cursor, and has no problems itself', async () => {
    await vscode.commands.executeCommand('controlLens.openPage', 'IAM-14@4.0');
    await untilShown('IAM-14@4.0');
    const document = await open(fixture('cloud-access.md'));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const position = at(document, 'T1021.007');
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('controlLens.openPage');
    await untilShown('T1021.007');
    assert.deepEqual(problems(uriOf('T1021.007')), []);
  });

  test('goes back and forward as editors do', async () => {
    await vscode.commands.executeCommand('controlLens.openPage', 'T1021.007');
    await untilShown('T1021.007');
    await vscode.commands.executeCommand('controlLens.openPage', 'TA0008');
    await untilShown('TA0008');
    await vscode.commands.executeCommand('workbench.action.navigateBack');
    await untilShown('T1021.007');
    await vscode.commands.executeCommand('workbench.action.navigateForward');
    await untilShown('TA0008');
  });

  test('has the facts of the bundled data, and follows the settings', async () => {
    assert.match(await pageText('T1021.007'), /^\| \[IAM-14\]\(\.\/IAM-14\.md\) \| Strong Auth/m);
    const document = await vscode.workspace.openTextDocument(uriOf('T1021.007'));
    try {
      await setSetting('ccm.edition', '4.1');
      await until(
        () => document.getText(),
        (text) => text.includes('[IAM-13](./IAM-13%404.1.md) | Strong Authentication'),
      );
    } finally {
      await setSetting('ccm.edition', undefined);
    }
  });

  test('says where the workspace names it, once it was read', async () => {
    await vscode.commands.executeCommand('controlLens.readWorkspace');
    await until(
      () => pageText('T1021.007'),
      (text) => /## In this workspace\n\n\| Document \| Lines \|[^#]*cloud-access\.md/.test(text),
    );
  });

  test('of no ID says that there is none', async () => {
    assert.equal(await pageText('README'), 'Control Lens has no page of this name.');
  });

  test('is linked from the hover by a command, the only one that a hover may run', async () => {
    const document = await open(fixture('cloud-access.md'));
    const text = await hoverText(document, at(document, 'T1021.007'));
    assert.match(text, /\[Open Page\]\(command:controlLens\.openPage\?%5B%22T1021\.007%22%5D/);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at(document, 'T1021.007'),
    );
    const trusts = hovers
      .flatMap(({ contents }) => contents)
      .map((each) => (each as vscode.MarkdownString).isTrusted);
    assert.ok(trusts.some((each) => JSON.stringify(each) === '{"enabledCommands":["controlLens.openPage"]}'));
  });
});
