import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../../../src/core/index/workspaceIndex';
import { AnalysisCache } from '../../../../src/extension/adapters/analysisCache';
import { KnowledgeSource } from '../../../../src/extension/adapters/knowledgeSource';
import { SettingsSource } from '../../../../src/extension/adapters/settingsSource';
import { WorkspaceIndexer } from '../../../../src/extension/adapters/workspaceIndexer';
import { changeFolders, EXTENSION_ID, pause, until } from '../../support/editor';
import { MemoryFiles } from '../../support/memoryFiles';

const SCHEME = 'control-lens-slow';
const root = vscode.Uri.from({ scheme: SCHEME, path: '/root' });
const SLOW = '/root/5.md';

suite('building the index over a file that never comes', () => {
  const texts = new Map(Array.from({ length: 10 }, (_, at) => [`/root/${at}.md`, `ATT&CK T10${at + 40}\n`]));
  const files = new MemoryFiles(texts);
  let registration: vscode.Disposable;
  let used: vscode.Disposable[] = [];

  suiteSetup(async () => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, files);
    await changeFolders({ uri: root, name: 'slow' });
  });

  suiteTeardown(async () => {
    await changeFolders();
    registration.dispose();
  });

  teardown(() => {
    for (const each of used) each.dispose();
    used = [];
  });

  /** One of our own: the one of the extension was built long ago. */
  const makeIndexer = (timeout?: number): WorkspaceIndexer => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID)?.extensionUri;
    assert.ok(extension);
    const log = vscode.window.createOutputChannel('Control Lens tests of the index', { log: true });
    const settings = new SettingsSource(log);
    const knowledge = new KnowledgeSource(extension, log);
    const analyses = new AnalysisCache(knowledge, settings, log);
    const indexer = new WorkspaceIndexer(analyses, knowledge, settings, log, timeout);
    used.push(indexer, analyses, knowledge, settings, log);
    return indexer;
  };

  const read = (index: WorkspaceIndex): string[] =>
    [...index.uris()].filter((uri) => uri.startsWith(SCHEME)).map((uri) => uri.slice(-4, -3));

  test('ends when it is stopped, with what was read, and continues when it is asked for again', async () => {
    const indexer = makeIndexer();
    const release = files.hold(SLOW);
    try {
      const building = indexer.get();
      await until(
        () => read(indexer.current),
        (list) => list.join('') === '01234',
      );
      await pause(100);
      assert.equal(read(indexer.current).length, 5, 'the others wait for the one before them');
      indexer.stop();
      const index = await building;
      assert.ok(index);
      assert.equal(read(index).join(''), '01234');
      assert.ok(!indexer.isBuilt);
    } finally {
      release();
    }
    await pause(50); // what was waited for comes now, and nobody takes it
    assert.equal(read(indexer.current).join(''), '01234');
    const index = await indexer.get();
    assert.ok(index && indexer.isBuilt);
    assert.equal(read(index).join(''), '0123456789');
    const rebuilt = await makeIndexer().get();
    assert.ok(rebuilt);
    assert.deepEqual([index.size, index.references], [rebuilt.size, rebuilt.references]);
  });

  test('has a button that stops it if it takes long', async () => {
    const indexer = makeIndexer();
    const release = files.hold(SLOW);
    try {
      let isDone = false;
      const building = indexer.get().finally(() => (isDone = true));
      await pause(2500);
      assert.ok(!isDone);
      await until(async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction'); // there is no other button
        return isDone;
      }, Boolean);
      assert.ok(!indexer.isBuilt);
      const index = await building;
      assert.equal(index && read(index).length, 5);
    } finally {
      release();
    }
  });

  test('gives nothing to one who no longer waits, and goes on for the others', async () => {
    const indexer = makeIndexer();
    const release = files.hold(SLOW);
    try {
      const source = new vscode.CancellationTokenSource();
      const [one, other] = [indexer.get(source.token), indexer.get()];
      source.cancel();
      assert.equal(await one, undefined);
      release();
      const index = await other;
      assert.equal(index && read(index).length, 10);
    } finally {
      release();
    }
  });

  test('begins again if settings change meanwhile', async () => {
    const indexer = makeIndexer();
    const release = files.hold(SLOW);
    try {
      const building = indexer.get();
      await until(
        () => read(indexer.current).length,
        (count) => count === 5,
      );
      texts.set('/root/.gitignore', '5.md\n');
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(root, '.gitignore'),
        new TextEncoder().encode('5.md\n'),
      );
      const index = await building;
      assert.equal(index && read(index).join(''), '012346789');
    } finally {
      release();
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, '.gitignore'));
    }
  });

  test('passes over the file after some time', async () => {
    const indexer = makeIndexer(200);
    const release = files.hold(SLOW);
    try {
      const index = await indexer.get();
      assert.ok(index && indexer.isBuilt);
      assert.equal(read(index).join(''), '012346789');
    } finally {
      release();
    }
  });
});
