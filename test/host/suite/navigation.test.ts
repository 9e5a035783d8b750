import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, open, setSetting, until, write } from '../support/editor';
import {
  highlights,
  linkedTexts,
  namedAt,
  references,
  remove,
  symbols,
  writeFile,
} from '../support/navigation';

suite('references across the workspace', () => {
  teardown(closeAll);
  suiteTeardown(async () => remove('nav'));

  test('are the same control in every document, open or not', async () => {
    await writeFile('nav/new.md', '---\nccm_version: 4.1\n---\n\nCCM IAM-13\n');
    await writeFile('nav/old.md', '---\nccm_version: 4.0\n---\n\nCCM IAM-14, and CCM IAM-13.\n');
    const document = await open(fixture('nav/new.md'));
    await until(
      () => references(document, 'IAM-13'),
      (list) => list.join() === 'nav/new.md:4,nav/old.md:4',
    );
    await writeFile('nav/range.yaml', 'ccm_version: 4.1\nscope: CCM IAM-10 to IAM-15\n');
    await until(
      () => references(document, 'IAM-13'),
      (list) => list.includes('nav/range.yaml:1'),
    );
  });

  test('follow files that are written, changed and deleted', async () => {
    const document = await write('ATT&CK T1040 here.');
    const expect = async (expected: readonly string[]): Promise<unknown> =>
      until(
        () => references(document, 'T1040'),
        (list) => list.slice(0, -1).join() === expected.join(),
      );
    await expect([]);
    await writeFile('nav/watched.md', 'ATT&CK T1040\n');
    await expect(['nav/watched.md:0']);
    await writeFile('nav/watched.md', 'Now below:\n\nATT&CK T1040\n');
    await expect(['nav/watched.md:2']);
    await vscode.workspace.fs.delete(fixture('nav/watched.md'));
    await expect([]);
  });

  test('follow folders that are renamed and deleted', async () => {
    const document = await write('ATT&CK T1041 here.');
    await writeFile('nav/folder/deep/a.md', 'ATT&CK T1041\n');
    const expect = async (expected: string): Promise<unknown> =>
      until(
        () => references(document, 'T1041'),
        (list) => list.slice(0, -1).join() === expected,
      );
    await expect('nav/folder/deep/a.md:0');
    await vscode.workspace.fs.rename(fixture('nav/folder'), fixture('nav/moved'));
    await expect('nav/moved/deep/a.md:0');
    await vscode.workspace.fs.delete(fixture('nav/moved'), { recursive: true });
    await expect('');
  });

  test('take the live text of an open document, and its file again when it is closed unsaved', async () => {
    await writeFile('nav/dirty.md', 'ATT&CK T1057\n');
    const dirty = await open(fixture('nav/dirty.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(dirty.uri, new vscode.Position(0, 0), 'ATT&CK T1049\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await references(dirty, 'T1049'), ['nav/dirty.md:0']);
    assert.deepEqual(await references(dirty, 'T1057'), ['nav/dirty.md:1']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const other = await write('ATT&CK T1057 and T1049.');
    await until(
      () => references(other, 'T1057'),
      (list) => list[0] === 'nav/dirty.md:0',
    );
    assert.equal((await references(other, 'T1049')).length, 1);
  });

  test('leave out what .gitignore, files.exclude, search.exclude and our settings leave out', async () => {
    const names = ['kept', 'ignored', 'hidden', 'unsearched', 'ours'];
    for (const name of names) await writeFile(`nav/${name}/a.md`, 'ATT&CK T1046\n');
    await writeFile('nav/.gitignore', 'ignored/\n');
    const document = await write('ATT&CK T1046 here.');
    const expect = async (expected: readonly string[]): Promise<unknown> =>
      until(
        () => references(document, 'T1046'),
        (list) => list.slice(0, -1).join() === expected.map((name) => `nav/${name}/a.md:0`).join(),
      );
    const configuration = vscode.workspace.getConfiguration();
    const set = async (key: string, value: unknown): Promise<void> =>
      configuration.update(key, value, vscode.ConfigurationTarget.Global);
    try {
      await expect(['hidden', 'kept', 'ours', 'unsearched']);
      await set('files.exclude', { '**/hidden': true });
      await expect(['kept', 'ours', 'unsearched']);
      await set('search.exclude', { '**/unsearched': true });
      await expect(['kept', 'ours']);
      await setSetting('exclude', ['nav/ours/**']);
      await expect(['kept']);
      await vscode.workspace.fs.delete(fixture('nav/.gitignore'));
      await expect(['ignored', 'kept']);
      await setSetting('workspace.maxFiles', 1);
      await until(
        () => references(document, 'T1046'),
        (list) => list.length === 1,
      );
    } finally {
      await set('files.exclude', undefined);
      await set('search.exclude', undefined);
      await setSetting('exclude', undefined);
      await setSetting('workspace.maxFiles', undefined);
    }
    await expect(['hidden', 'ignored', 'kept', 'ours', 'unsearched']);
  });

  test('are given for a document outside of the workspace too', async () => {
    const document = await write('Both: ATT&CK T1021.007, T1021.007.');
    const list = await references(document, 'T1021.007');
    assert.deepEqual(list.slice(0, 3), ['cloud-access.md:4', 'cloud-access.md:8', 'register.yaml:3']);
    assert.equal(list.length, 5);
  });

  test('are absent on words', async () => {
    const document = await open(fixture('cloud-access.md'));
    assert.deepEqual(await references(document, 'Plain words'), []);
  });
});

suite('definitions and symbols', () => {
  teardown(closeAll);
  suiteTeardown(async () => remove('nav'));

  test('link to the document that declares a control', async () => {
    await writeFile('nav/catalog.yaml', 'framework: CCM 4.1\ncontrols:\n  - id: IAM-13\n    name: x\n');
    await writeFile('nav/cloud.md', '# T1021.007 Cloud services\n\nWhat we do about it.\n');
    const document = await write('CCM 4.0 IAM-14 against T1021.007; CCM IAM-10.');
    const definition = async (words: string): Promise<string[]> =>
      namedAt('vscode.executeDefinitionProvider', document, words);
    await until(
      () => definition('IAM-14'),
      (list) => list.join() === 'nav/catalog.yaml:2',
    );
    assert.deepEqual(await definition('T1021.007'), ['nav/cloud.md:0']);
    assert.deepEqual(await definition('IAM-10'), []);
    // a click with Ctrl goes to a definition and opens a link, both: what is declared is no link
    await until(
      async () => (await linkedTexts(document)).join(),
      (texts) => texts === 'IAM-10',
    );
    await until(
      () => symbols('IAM-13'),
      (list) => list.includes('IAM-13 Strong Authentication@nav/catalog.yaml:2'),
    );
    assert.deepEqual(await symbols('cloud serv'), ['T1021.007 Cloud Services@nav/cloud.md:0']);
  });
});

suite('navigation in a document', () => {
  teardown(closeAll);

  test('highlights the places that name the same', async () => {
    const document = await write('CCM 4.1 IAM-13, CCM 4.0 IAM-14, CCM 4.0 IAM-13, CCM 4.1 IAM-12 to IAM-15');
    assert.deepEqual(await highlights(document, 'IAM-14'), ['IAM-13', 'IAM-14', 'IAM-12 to IAM-15']);
    assert.deepEqual(await highlights(document, 'IAM-12'), ['IAM-13', 'IAM-12']); // the 4.0 IAM-13
  });

  test('has symbols for what it names, unless the setting says otherwise', async () => {
    const text = 'framework: CSA CCM 4.1\nthreats:\n  - technique: T1078\n    controls: [IAM-13]\n';
    const document = await write(text, 'yaml');
    const names = async (): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return (found ?? []).flatMap(({ name, children }) => [name, ...children.map((each) => each.name)]);
    };
    await until(names, (list) => list.join() === 'T1078 Valid Accounts,IAM-13 Strong Authentication');
    try {
      await setSetting('outline.enabled', false);
      await until(names, (list) => list.length === 0);
    } finally {
      await setSetting('outline.enabled', undefined);
    }
  });

  test('selects the next reference without a mapping, after the last the first', async () => {
    const document = await write('CCM 4.1 GRC-03, CCM 4.1 IAM-10,\n\nCCM 4.1 CCC-02.');
    const selected = async (command: string): Promise<string> => {
      await vscode.commands.executeCommand(`controlLens.${command}`);
      const editor = vscode.window.activeTextEditor;
      return editor ? document.getText(editor.selection) : '';
    };
    assert.equal(await selected('nextUnmapped'), 'GRC-03'); // the cursor stood at the end
    assert.equal(await selected('nextUnmapped'), 'CCC-02');
    assert.equal(await selected('previousUnmapped'), 'GRC-03');
    assert.equal(await selected('previousUnmapped'), 'CCC-02');
  });

  test('finds the references of an ID by the command', async () => {
    await open(fixture('cloud-access.md'));
    await vscode.commands.executeCommand('controlLens.findReferencesOf', 'T1021.007');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });
});

suite('renaming', () => {
  teardown(closeAll);
  suiteTeardown(async () => remove('rename'));

  const at = (document: vscode.TextDocument, text: string): vscode.Position =>
    document.positionAt(document.getText().indexOf(text) + 1);

  test('puts another tactic in every document', async () => {
    await writeFile('rename/a.yaml', 'tags:\n  - attack.execution\n');
    await writeFile('rename/b.md', '# MITRE ATT&CK\n\nTA0002 - Execution\n');
    const document = await open(fixture('rename/a.yaml'));
    const edit = await until(
      async () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          at(document, 'execution'),
          'TA0008',
        ),
      (found) => found.entries().length === 2,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const other = await vscode.workspace.openTextDocument(fixture('rename/b.md'));
    assert.equal(document.getText(), 'tags:\n  - attack.lateral-movement\n');
    assert.equal(other.getText(), '# MITRE ATT&CK\n\nTA0008 - Lateral Movement\n');
  });

  test('says what is no tactic', async () => {
    const document = await write('tags:\n  - attack.execution\n', 'yaml');
    const renaming = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'execution'),
      'T1078',
    );
    await assert.rejects(async () => renaming, /isn't a tactic of ATT&CK/);
  });
});
