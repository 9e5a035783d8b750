import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/core/views/node';
import type { Views } from '../../../src/extension/views/registerViews';
import { parseThings } from '../../../src/extension/views/tree/drag';
import type { Tree } from '../../../src/extension/views/tree/treeView';
import { at, closeAll, EXTENSION_ID, fixture, open, setSetting, until, write } from '../support/editor';

const POLICY =
  '---\nccm_version: 4.0\n---\n\nConsole (ATT&CK T1021.007) uses CCM IAM-14.\n\nAlso CCM GRC-03, and CCM IAM-10.\n\nHere: \n';

async function viewsOf(): Promise<Views> {
  const extension = vscode.extensions.getExtension<Views>(EXTENSION_ID);
  assert.ok(extension);
  return extension.activate();
}

async function rowsOf({ provider }: Tree, ...path: readonly string[]): Promise<string[]> {
  let nodes = await provider.getChildren();
  for (const label of path) {
    const node = nodes.find(({ label: { text } }) => text.startsWith(label));
    assert.ok(node, label);
    nodes = await provider.getChildren(node);
  }
  return nodes.map(({ label, description }) => [label.text, description?.text].filter(Boolean).join(' | '));
}

async function nodeOf({ provider }: Tree, ...path: readonly string[]): Promise<TreeNode> {
  let found: TreeNode | undefined;
  for (const label of path) {
    const nodes = await provider.getChildren(found);
    found = nodes.find(({ label: { text } }) => text.startsWith(label));
    assert.ok(found, label);
  }
  assert.ok(found);
  return found;
}

async function show(view: string): Promise<void> {
  await vscode.commands.executeCommand(`controlLens.${view}.focus`);
}

suite('the side bar', () => {
  let views: Views;
  suiteSetup(async () => {
    views = await viewsOf();
  });
  teardown(async () => {
    await setSetting('sideBar.followCursor', undefined);
    await vscode.commands.executeCommand('controlLens.clearKnowledgeFilter');
    await vscode.commands.executeCommand('controlLens.clearWorkspaceFilter');
    await closeAll();
  });
  suiteTeardown(async () => vscode.commands.executeCommand('workbench.view.explorer'));

  suite('the This Document view', () => {
    test('shows the active document, and follows what is written', async () => {
      const document = await write(POLICY);
      assert.deepEqual(await rowsOf(views.document), [
        'Techniques | 1',
        'Cited controls | 3',
        'Mapped techniques | 27, 1 named',
        'Findings | 1',
      ]);
      assert.deepEqual(await rowsOf(views.document, 'Techniques'), ['T1021.007 Cloud Services | 2 of 7']);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, at(document, 'Here'), ' ATT&CK T1530 ');
      await vscode.workspace.applyEdit(edit);
      await until(
        async () => rowsOf(views.document, 'Techniques'),
        (rows) => rows.length === 2,
      );
    });

    test("is empty without references, and for a language that isn't checked", async () => {
      const stateOf = async (): Promise<string | undefined> => {
        const rows = await rowsOf(views.document);
        assert.equal(rows.length > 0, views.document.state === 'ready');
        return views.document.state;
      };
      await closeAll();
      assert.equal(await stateOf(), 'no-document');
      await write('ATT&CK T1021.007', 'log');
      assert.equal(await stateOf(), 'not-looked-at');
      await write('Nothing');
      assert.equal(await stateOf(), 'empty');
      await write('ATT&CK T1021.007');
      assert.equal(await stateOf(), 'ready');
    });

    test('ignores the output panel', async () => {
      await closeAll();
      await vscode.commands.executeCommand('controlLens.showLog');
      await until(
        () => vscode.window.visibleTextEditors.length,
        (count) => count > 0,
      );
      await write(POLICY);
      await vscode.commands.executeCommand('workbench.panel.output.focus');
      assert.equal((await rowsOf(views.document)).length, 4);
      await vscode.commands.executeCommand('workbench.action.closePanel');
    });

    test('selects the reference at the cursor, if the setting says so', async () => {
      await show('document');
      const document = await write(POLICY);
      const { view } = views.document;
      await until(() => view.visible, Boolean);
      const moveTo = (words: string): void => {
        const editor = vscode.window.activeTextEditor;
        assert.ok(editor);
        const position = at(document, words);
        editor.selection = new vscode.Selection(position, position);
      };
      const selected = (): string => view.selection.map(({ id }) => id).join();
      await until(
        async () => rowsOf(views.document),
        (rows) => rows.length > 0,
      );
      moveTo('T1021.007');
      await until(selected, (id) => id === 'techniques/T1021.007');
      moveTo('IAM-10');
      await until(selected, (id) => id.startsWith('controls/IAM-10@'));
      await setSetting('sideBar.followCursor', false);
      moveTo('T1021.007');
      await new Promise((resolve) => setTimeout(resolve, 600));
      await until(selected, (id) => id.startsWith('controls/IAM-10@'));
    });

    test('keeps its selection while the document changes', async () => {
      await show('document');
      const document = await write(POLICY);
      const { view } = views.document;
      await until(() => view.visible, Boolean);
      await until(
        async () => rowsOf(views.document),
        (rows) => rows.length > 0,
      );
      const editor = vscode.window.activeTextEditor ?? assert.fail();
      const position = at(document, 'IAM-10');
      editor.selection = new vscode.Selection(position, position);
      const selected = (): string => view.selection.map(({ id }) => id).join();
      await until(selected, (id) => id.startsWith('controls/IAM-10@'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, at(document, 'Here'), ' ATT&CK T1530 ');
      await vscode.workspace.applyEdit(edit);
      await until(
        async () => rowsOf(views.document, 'Techniques'),
        (rows) => rows.length === 2,
      );
      await until(selected, (id) => id.startsWith('controls/IAM-10@'));
    });

    test('opens the place of a node', async () => {
      const document = await write(POLICY);
      await vscode.commands.executeCommand(
        'controlLens.openNode',
        await nodeOf(views.document, 'Cited controls', 'GRC-03'),
      );
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), document.uri.toString());
      assert.equal(document.getText(editor.selection), 'GRC-03');
    });

    test('has items with stable IDs, accessibility labels and context values', async () => {
      await write(POLICY);
      const technique = await nodeOf(views.document, 'Techniques', 'T1021.007');
      const item = await views.document.provider.getTreeItem(technique);
      assert.equal(item.id, 'techniques/T1021.007');
      assert.equal(item.contextValue, 'place id attack explorer');
      assert.equal(
        item.accessibilityInformation?.label,
        'T1021.007 Cloud Services, 2 of 7 mapped controls cited, addressed by a cited control',
      );
      assert.ok(item.iconPath instanceof vscode.ThemeIcon && item.iconPath.color?.id === 'charts.green');
      assert.equal(item.tooltip, undefined);
      const { tooltip } = views.document.provider.resolveTreeItem(item, technique);
      assert.match(
        (tooltip as vscode.MarkdownString).value,
        /\*\*T1021\\?\.007 Remote Services: Cloud Services\*\*/,
      );
    });
  });

  suite('the Knowledge Base view', () => {
    test('has the frameworks and the matrices, and filters', async () => {
      assert.equal((await rowsOf(views.knowledge)).length, 5);
      assert.equal((await rowsOf(views.knowledge, 'CSA CCM')).length, 17);
      assert.equal((await rowsOf(views.knowledge, 'NIST SP 800-53')).length, 20);
      await vscode.commands.executeCommand('controlLens.filterKnowledge', 'strong auth');
      assert.deepEqual(await rowsOf(views.knowledge, 'CSA CCM', 'IAM'), [
        'IAM-13 Strong Authentication | 19 mapped · CCM 4.1 · CCM 4.0: IAM-14',
      ]);
      assert.equal(views.knowledge.state, 'ready');
      await vscode.commands.executeCommand('controlLens.filterKnowledge', 'no such entity');
      assert.deepEqual(await rowsOf(views.knowledge), []);
      assert.equal(views.knowledge.state, 'no-match');
    });
  });

  suite('an ID in a view', () => {
    const strongAuthentication = ['CSA CCM', 'IAM', 'IAM-13'] as const;

    test('is inserted at the cursor, in the edition of the place', async () => {
      const document = await write(POLICY);
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const end = at(document, 'Here:').translate(0, 5);
      editor.selection = new vscode.Selection(end, end);
      const node = await nodeOf(views.knowledge, ...strongAuthentication);
      await vscode.commands.executeCommand('controlLens.insertNode', node, [node]);
      assert.match(document.getText(), /Here: IAM-14\n/);
    });

    test('is copied as it is and as a link', async () => {
      const node = await nodeOf(views.knowledge, ...strongAuthentication);
      const technique = await nodeOf(views.knowledge, 'MITRE ATT&CK Enterprise', 'TA0008', 'T1021');
      await vscode.commands.executeCommand('controlLens.copyNodeId', node, [node, technique]);
      assert.equal(await vscode.env.clipboard.readText(), 'IAM-13\nT1021');
      await vscode.commands.executeCommand('controlLens.copyNodeLink', technique, [technique]);
      assert.equal(
        await vscode.env.clipboard.readText(),
        '[T1021](https://attack.mitre.org/techniques/T1021/)',
      );
    });

    test('is dragged as text', async () => {
      const node = await nodeOf(views.knowledge, ...strongAuthentication);
      const transfer = new vscode.DataTransfer();
      views.knowledge.drag.handleDrag([node], transfer);
      assert.equal(await transfer.get('text/plain')?.asString(), 'IAM-13');
      assert.equal(transfer.get('text/uri-list'), undefined);
      const nothing = new vscode.DataTransfer();
      views.knowledge.drag.handleDrag([await nodeOf(views.knowledge, 'CSA CCM')], nothing);
      assert.equal(nothing.get('text/plain'), undefined);
    });

    test('is parsed when it is dropped', () => {
      assert.deepEqual(
        parseThings('[{"id":"iam-13","edition":"4.1"},{"id":"T1021.7"},{"id":"<b>"},7,null]'),
        [
          { id: 'IAM-13', edition: '4.1' },
          { id: 'T1021.007', edition: undefined },
        ],
      );
      for (const json of [undefined, '', '{', '{"id":"IAM-13"}', '"IAM-13"', 'null'])
        assert.deepEqual(parseThings(json), []);
    });

    test('is required by its commands, which do nothing without a node', async () => {
      for (const command of [
        'openNode',
        'insertNode',
        'copyNodeId',
        'openNodeAtAttack',
        'findNodeReferences',
      ])
        await vscode.commands.executeCommand(`controlLens.${command}`, { id: 7 });
    });
  });

  suite('the Workspace view', () => {
    test('reads when it is first seen, groups and filters', async () => {
      const rows = await rowsOf(views.workspace);
      assert.ok(rows.some((row) => row.startsWith('T1021.007 Cloud Services')));
      await vscode.commands.executeCommand('controlLens.groupWorkspace', 'state');
      assert.ok((await rowsOf(views.workspace)).some((row) => row.startsWith('Mapped | ')));
      await vscode.commands.executeCommand('controlLens.groupWorkspace', 'mapped');
      assert.ok((await rowsOf(views.workspace)).some((row) => row.startsWith('TA0008 Lateral Movement | ')));
      await vscode.commands.executeCommand('controlLens.groupWorkspace', 'document');
      assert.ok((await rowsOf(views.workspace)).some((row) => row.startsWith('cloud-access.md')));
      await vscode.commands.executeCommand('controlLens.filterWorkspace', 'register');
      assert.deepEqual(
        (await rowsOf(views.workspace)).map((row) => row.split(' ')[0]),
        ['register.yaml'],
      );
      await vscode.commands.executeCommand('controlLens.filterWorkspace', 'no such entity');
      assert.deepEqual(await rowsOf(views.workspace), []);
      assert.equal(views.workspace.state, 'no-match');
      const messageOf = (): string | undefined => views.workspace.view.message;
      assert.equal(messageOf(), '', 'a message hides the words of the empty view');
      await vscode.commands.executeCommand('controlLens.groupWorkspace', 'technique');
      await vscode.commands.executeCommand('controlLens.clearWorkspaceFilter');
      assert.ok((await rowsOf(views.workspace)).length > 0);
      assert.match(messageOf() ?? '', /^\d+ techniques, \d+ open$/);
      assert.ok((views.workspace.view.badge?.value ?? 0) > 0);
    });

    test('keeps up with the documents', async () => {
      const document = await open(fixture('cloud-access.md'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nATT&CK T1190\n');
      await vscode.workspace.applyEdit(edit);
      await until(
        async () => rowsOf(views.workspace),
        (rows) => rows.some((row) => row.startsWith('T1190')),
      );
    });
  });
});
