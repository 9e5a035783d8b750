import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, setSetting, until, write } from '../support/editor';

const TABLE = '| Technique | CCM controls |\n| --- | --- |\n';

/** Our items at the end of the document. */
async function offered(document: vscode.TextDocument, resolve = 0): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().length),
    undefined,
    resolve,
  );
  return list.items.filter(({ label }) => typeof label !== 'string' && /^[A-Z&]+-?\d/.test(label.label));
}

function idOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/**
 * Asks for completions at the end of the document, as a reader does, and takes the first. It asks again after a while: the
 * list closes if the editor was still about to show the document.
 */
async function complete(document: vscode.TextDocument, wanted: string): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const end = document.positionAt(document.getText().length);
  editor.selection = new vscode.Selection(end, end);
  let attempt = 0;
  return until(
    async () => {
      if (attempt++ % 40 === 0) await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText();
    },
    (text) => text.endsWith(wanted),
  );
}

suite('completions', () => {
  teardown(async () => {
    await setSetting('completion.format', undefined);
    await setSetting('completion.enabled', undefined);
    await setSetting('ccm.edition', undefined);
    await closeAll();
  });

  test('find a control in a table by words of its name, in the document’s edition', async () => {
    const document = await write(`Follows CCM 4.1.\n\n${TABLE}| T1078 | strong auth`);
    const [first] = await until(
      () => offered(document, 1),
      (items) => items.length > 0,
    );
    assert.ok(first);
    assert.equal(idOf(first), 'IAM-13');
    const { documentation } = first;
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /IAM\\-13 Strong Authentication/);
    const range = first.range instanceof vscode.Range ? first.range : first.range?.replacing;
    assert.equal(document.getText(range), 'strong auth');
  });

  test('pass the editor’s own filter with words of a name', async () => {
    const document = await write(`${TABLE}| T1078 | strong auth`);
    assert.ok((await complete(document, '| T1078 | IAM-14')).endsWith('| T1078 | IAM-14'));
  });

  test('pass the editor’s filter with words in another order', async () => {
    const document = await write('controls: [auth strong', 'yaml');
    assert.ok((await complete(document, 'controls: [IAM-14')).endsWith('controls: [IAM-14'));
  });

  test('find a technique without its letter', async () => {
    const document = await write('techniques: [1021.7', 'yaml');
    assert.ok((await complete(document, '[T1021.007')).endsWith('[T1021.007'));
  });

  test('continue an ID, in the format of the setting', async () => {
    await setSetting('completion.format', 'id and title');
    const document = await write('See T1021.007');
    await complete(document, 'See T1021.007 Remote Services: Cloud Services');
  });

  test('offer techniques while one is typed in prose', async () => {
    const document = await write('See ');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 4, 0, 4);
    await vscode.commands.executeCommand('type', { text: 'T' });
    await vscode.commands.executeCommand('type', { text: '1' });
    await until(
      async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return document.getText();
      },
      (text) => text === 'See T1001',
    );
  });

  test('strike a revoked technique through, and put it last', async () => {
    const document = await write('See T108');
    const items = await until(
      () => offered(document),
      (list) => list.length > 0,
    );
    const flags = items.map(({ tags }) => tags?.includes(vscode.CompletionItemTag.Deprecated) ?? false);
    assert.ok(flags.includes(true));
    assert.equal(flags.lastIndexOf(false), flags.indexOf(true) - 1);
  });

  test('find a control by its ID of another edition, which the item and its documentation name', async () => {
    const document = await write('# CCM 4.1\n\nSee CCM IVS-09');
    const items = await until(
      () => offered(document, 1),
      (list) => list.length > 0,
    );
    const [first] = items;
    assert.ok(first && typeof first.label !== 'string');
    assert.equal(first.label.label + (first.label.detail ?? ''), 'I&S-09 for IVS-09: Network Defense');
    assert.ok(first.documentation instanceof vscode.MarkdownString);
    assert.match(first.documentation.value, /CCM 4\.0 .* is .* in CCM 4\.1/);
    assert.equal(await complete(document, 'I&S-09'), '# CCM 4.1\n\nSee CCM I&S-09');
  });

  test('are absent in prose, and if they are turned off', async () => {
    const prose = await write('Administrators use strong auth');
    assert.deepEqual(await offered(prose), []);
    await setSetting('completion.enabled', false);
    const document = await write('See CCM IAM-');
    assert.deepEqual(await offered(document), []);
  });

  test('include snippets for a table, a section and an entry of a register', async () => {
    const names = async (extension: string): Promise<string[]> => {
      const document = await write('', extension);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 0),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const markdown = await names('md');
    assert.ok(markdown.includes('control-table') && markdown.includes('coverage-section'));
    assert.ok((await names('yaml')).includes('register-entry'));
  });
});
