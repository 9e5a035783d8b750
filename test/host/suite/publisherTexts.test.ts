import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS, EXTENSION_ID, PAGE_SCHEME } from '../../../src/extension/contributions';
import type { ForTests } from '../../../src/extension/extension';
import {
  at,
  closeAll,
  expectProblems,
  fixture,
  hoverText,
  setSetting,
  until,
  write,
} from '../support/editor';

const TEXT = 'They log in to clouds in our tests. And more.';

const reference = (id: string) => [{ source_name: 'mitre-attack', external_id: id }];
const technique = (id: string, more: object) => ({
  type: 'attack-pattern',
  id: `attack-pattern--${id}`,
  name: `Name of ${id}`,
  external_references: reference(id),
  ...more,
});

/** A small release that is newer than the bundled ones. */
const RELEASE = {
  type: 'bundle',
  objects: [
    { type: 'x-mitre-collection', id: 'x', name: 'Enterprise ATT&CK', x_mitre_version: '97.1' },
    technique('T1021', { name: 'Remote Services' }),
    technique('T1021.007', { name: 'Cloudy Services', description: TEXT }),
  ],
};

async function pageText(name: string): Promise<string> {
  const uri = vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${name}.md` });
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** A file beside the workspace's, with these contents. */
async function fileWith(name: string, content: object | string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(fixture('cloud-access.md'), '..', name);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function importFile(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand(COMMANDS.importTexts, uri);
}

async function rollBack(): Promise<void> {
  await vscode.commands.executeCommand(COMMANDS.rollBackTexts);
}

async function untilPage(name: string, expected: (text: string) => boolean): Promise<void> {
  await until(async () => pageText(name), expected);
}

suite('publisher texts', () => {
  const written: vscode.Uri[] = [];
  const file = async (name: string, content: object | string): Promise<vscode.Uri> => {
    const uri = await fileWith(name, content);
    if (!written.some((each) => each.toString() === uri.toString())) written.push(uri);
    return uri;
  };

  suiteTeardown(async () => {
    await closeAll();
    for (const uri of written) await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  test('are imported in a worker, come to pages, hovers and problems, and go when they are rolled back', async () => {
    const document = await write('ATT&CK\n\nT1021.007 (Cloud Services)\n');
    assert.doesNotMatch(await pageText('T1021.007'), /## Description/);
    await importFile(await file('newer.json', RELEASE));
    await untilPage('T1021.007', (text) => text.includes(`> ${TEXT}`) && text.includes('# T1021.007 Cloudy'));
    assert.match(await pageText('T1021.007'), /© The MITRE Corporation\. Terms:/);
    await expectProblems(document, ['outdated-name@T1021.007']);
    try {
      await setSetting('hover.description', 'publisher');
      const shown = await until(
        async () => hoverText(document, at(document, 'T1021.007')),
        (text) => text.includes('They log in to clouds in our tests.'),
      );
      assert.match(shown, /MITRE ATT&amp;CK Enterprise 97\.1/);
    } finally {
      await setSetting('hover.description', undefined);
    }
    assert.match(await pageText('publisher-texts'), /MITRE ATT&CK Enterprise 97\.1/);
    await rollBack();
    await untilPage(
      'T1021.007',
      (text) => !text.includes('## Description') && text.includes('# T1021.007 Cloud S'),
    );
    await expectProblems(document, []);
  });

  test('stay as they were if a file is bad', async () => {
    await importFile(await file('newer.json', RELEASE));
    await untilPage('T1021.007', (text) => text.includes(TEXT));
    for (const bad of ['{', '[]', JSON.stringify(RELEASE).slice(0, -9), '{"type":"bundle","objects":[]}']) {
      await importFile(await file('bad.json', bad));
      assert.match(await pageText('T1021.007'), /They log in to clouds/);
    }
    await importFile(vscode.Uri.joinPath(fixture('cloud-access.md'), '..', 'no-such-file.json'));
    assert.match(await pageText('T1021.007'), /They log in to clouds/);
    await rollBack();
    await untilPage('T1021.007', (text) => !text.includes('## Description'));
  });

  test('are found in a folder, and other files in it are left out', async () => {
    const folder = vscode.Uri.joinPath(fixture('cloud-access.md'), '..', 'texts');
    await vscode.workspace.fs.createDirectory(folder);
    written.push(folder);
    await fileWith('texts/a.json', RELEASE);
    await fileWith('texts/b.json', { a: 1 });
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'notes.txt'), new Uint8Array([1]));
    await importFile(folder);
    await untilPage('T1021.007', (text) => text.includes(TEXT));
    await rollBack();
    await untilPage('T1021.007', (text) => !text.includes('## Description'));
  });
});

suite('downloading publisher texts', () => {
  test('takes addresses from nobody but the user', async () => {
    const configuration = vscode.workspace.getConfiguration('controlLens');
    await assert.rejects(
      async () =>
        configuration.update(
          'publisherTexts.addresses',
          ['https://example.org/a.json'],
          vscode.ConfigurationTarget.Workspace,
        ),
      /application|scope|Workspace/i,
    );
  });

  test('opens no connection to an address that isn’t https', async () => {
    const extension = vscode.extensions.getExtension<ForTests>(EXTENSION_ID);
    const { texts } = (await extension?.activate()) ?? assert.fail();
    const done = await texts.download(['http://127.0.0.1:9/a.json']);
    assert.ok(!done.ok);
    assert.match(done.failure.message, /isn't an https address/);
  });
});
