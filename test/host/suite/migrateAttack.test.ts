import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, until, write } from '../support/editor';
import { acceptPreview } from '../support/preview';

const BEFORE = 'tags:\n  - attack.defense-evasion\n  - attack.t1562.001\n  - attack.t1064\n';
const AFTER = 'tags:\n  - attack.defense-impairment\n  - attack.t1685\n  - attack.t1064\n';

/** The document with these words, once a notification or a command has opened it. */
async function opened(
  words: string,
  open?: () => Thenable<unknown>,
): Promise<vscode.TextDocument | undefined> {
  return until(
    async () => {
      await open?.();
      return vscode.workspace.textDocuments.find((each) => each.getText().includes(words));
    },
    (each) => each !== undefined,
  );
}

/** What the files of the workspace hold now, to be put back. */
async function filesOfWorkspace(): Promise<(readonly [vscode.Uri, Uint8Array])[]> {
  const uris = await vscode.workspace.findFiles('**/*.{md,yaml}');
  return Promise.all(uris.map(async (uri) => [uri, await vscode.workspace.fs.readFile(uri)] as const));
}

const showSummary = (): Thenable<unknown> =>
  vscode.commands.executeCommand('notification.acceptPrimaryAction');

suite('migrating to ATT&CK 19', () => {
  teardown(closeAll);

  test('changes the document as its preview shows, in one undo step, and shows what is left to decide', async () => {
    const document = await write(BEFORE, 'yml');
    const command = vscode.commands.executeCommand('controlLens.migrateAttack');
    await acceptPreview(command, () => document.getText() !== BEFORE);
    assert.equal(document.getText(), AFTER);
    const summary = await opened('Left for you to decide', showSummary);
    assert.match(
      summary?.getText() ?? '',
      /# Migration to ATT&CK 19\.1[\s\S]*\| 4 \| T1064 Scripting is deprecated/,
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), BEFORE);
  });

  test('changes every document of the workspace, and reports what changed in it', async () => {
    const files = await filesOfWorkspace();
    const names = ['migrate-a.yaml', 'migrate-b.yaml'];
    const uris = names.map((name) => fixture(name));
    for (const uri of uris) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(BEFORE));
    try {
      const report = await opened('migrate-b.yaml:3', () =>
        vscode.commands.executeCommand('controlLens.showAttackChanges', '17.1', '19.1'),
      );
      assert.match(report?.getText() ?? '', /^# ATT&CK 17\.1 to 19\.1\n/);
      assert.match(report?.getText() ?? '', /\| T1562\.001 \|.*Revoked in 19\.1.*migrate-b\.yaml:3/);
      const command = vscode.commands.executeCommand('controlLens.migrateAttackInWorkspace');
      const texts = async (): Promise<string[]> =>
        Promise.all(uris.map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
      let isDone = false;
      void command.then(() => (isDone = true));
      await acceptPreview(command, () => isDone);
      assert.deepEqual(await texts(), [AFTER, AFTER]);
    } finally {
      await closeAll();
      for (const [uri, content] of files) await vscode.workspace.fs.writeFile(uri, content); // all were migrated
      for (const uri of uris) await vscode.workspace.fs.delete(uri);
    }
  });
});
