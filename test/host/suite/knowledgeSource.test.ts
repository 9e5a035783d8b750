import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { KnowledgeSource } from '../../../src/extension/adapters/knowledgeSource';
import { EXTENSION_ID, pause, until } from '../support/editor';
import { MemoryFiles } from '../support/memoryFiles';

const SCHEME = 'control-lens-data';

suite('reading the data', () => {
  test('is tried again after a failure, and clears the failure that is shown', async () => {
    const texts = new Map([['/data/sources.json', '{}']]);
    const registration = vscode.workspace.registerFileSystemProvider(SCHEME, new MemoryFiles(texts));
    const log = vscode.window.createOutputChannel('Control Lens tests of the data', { log: true });
    const source = new KnowledgeSource(vscode.Uri.from({ scheme: SCHEME, path: '/' }), log);
    let recoveries = 0;
    source.onDidChange(() => recoveries++);
    try {
      const failed = await source.get();
      assert.ok(!failed.ok);
      for (const name of ['attack.json', 'ccm.json', 'nist-800-53.json'])
        texts.set(`/data/${name}`, await dataText(name));
      assert.equal(await source.get(), failed, 'many ask at once, and one try answers them');
      await until(
        () => source.get(),
        ({ ok }) => ok,
      );
      assert.equal(recoveries, 1);
      texts.clear();
      await pause(1100);
      assert.ok((await source.get()).ok, 'what is read is kept');
      assert.equal(recoveries, 1);
    } finally {
      source.dispose();
      log.dispose();
      registration.dispose();
    }
  });
});

async function dataText(name: string): Promise<string> {
  const root = vscode.extensions.getExtension(EXTENSION_ID)?.extensionUri;
  assert.ok(root);
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, 'data', name));
  return new TextDecoder().decode(bytes);
}
