import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changeFolders, closeAll, open, setSetting, until } from '../../support/editor';
import { MemoryFiles } from '../../support/memoryFiles';
import { references } from '../../support/navigation';

const SCHEME = 'control-lens-memory';
const root = vscode.Uri.from({ scheme: SCHEME, path: '/root' });
const named = 'ATT&CK T1123\n';

suite('a folder in a file system that nothing searches', () => {
  const files = new MemoryFiles(
    new Map([
      ['/root/a.md', named],
      ['/root/deep/er/b.yaml', '# ATT&CK\ntechniques: [T1123]\n'],
      ['/root/deep/picture.png', named],
      ['/root/ignored/c.md', named],
      ['/root/deep/.gitignore', 'drafts/\n'],
      ['/root/.gitignore', '/ignored\n'],
      ['/root/deep/drafts/d.md', named],
      ['/root/hidden/e.md', named],
      ['/root/node_modules/x/f.md', named],
    ]),
  );
  let registration: vscode.Disposable;

  suiteSetup(async () => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, files);
    await vscode.workspace
      .getConfiguration()
      .update('files.exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Global);
    await changeFolders({ uri: root, name: 'memory' });
  });

  suiteTeardown(async () => {
    await closeAll();
    await changeFolders();
    await vscode.workspace
      .getConfiguration()
      .update('files.exclude', undefined, vscode.ConfigurationTarget.Global);
    registration.dispose();
  });

  const expect = async (expected: string): Promise<unknown> => {
    const document = await open(vscode.Uri.joinPath(root, 'a.md'));
    return until(
      () => references(document, 'T1123'),
      (list) => list.join() === expected,
    );
  };

  test('is walked without entering what is ignored, hidden or excluded', async () => {
    await expect('a.md:0,deep/er/b.yaml:1');
    const looked = [...files.asked.keys()].filter((path) => /ignored|drafts|hidden|node_modules/.test(path));
    assert.deepEqual(looked, []);
  });

  test('is followed when its files change', async () => {
    const uri = vscode.Uri.joinPath(root, 'deep/new.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(named));
    await expect('a.md:0,deep/er/b.yaml:1,deep/new.md:0');
    await vscode.workspace.fs.delete(uri);
    await expect('a.md:0,deep/er/b.yaml:1');
  });

  test('is read up to the number of files that the setting names', async () => {
    try {
      await setSetting('workspace.maxFiles', 1);
      await expect('a.md:0');
    } finally {
      await setSetting('workspace.maxFiles', undefined);
    }
  });
});
