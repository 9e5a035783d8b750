import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, open, setSetting, until, write } from '../support/editor';

async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return found
    .filter(({ command }) => command?.command === 'controlLens.showMapping')
    .map(({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`);
}

suite('code lenses', () => {
  teardown(closeAll);

  test('are above the heading whose section names techniques', async () => {
    const document = await open(fixture('cloud-access.md'));
    const found = await until(
      () => lenses(document),
      (list) => list.length > 0,
    );
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^2: 2 techniques, 1 of \d+ mapped controls cited$/);
  });

  test('are above the line in YAML', async () => {
    const document = await open(fixture('register.yaml'));
    const found = await until(
      () => lenses(document),
      (list) => list.length > 0,
    );
    assert.deepEqual(found, ['3: 1 of 7 mapped controls cited']);
  });

  test('are absent where nobody cites controls, until a setting asks for them or a document of the folder cites some', async () => {
    const rule = await write('tags:\n  - attack.t1110.001\n', 'yml');
    assert.deepEqual(await lenses(rule), []);
    try {
      await setSetting('codeLens.when', 'always');
      await until(
        () => lenses(rule),
        (list) => list.length === 1,
      );
    } finally {
      await setSetting('codeLens.when', undefined);
    }
    const uri = fixture('rule-beside-controls.yml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(rule.getText()));
    try {
      const beside = await open(uri);
      await vscode.commands.executeCommand('controlLens.readWorkspace');
      const list = await until(
        () => lenses(beside),
        ({ length }) => length > 0,
      );
      assert.match(list.join(), /^1: 0 of \d+ mapped controls cited$/);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  test('can be switched off by kind', async () => {
    const document = await open(fixture('cloud-access.md'));
    await until(
      () => lenses(document),
      (list) => list.length === 1,
    );
    try {
      await setSetting('codeLens.sections', false);
      await until(
        () => lenses(document),
        (list) => list.length === 0,
      );
    } finally {
      await setSetting('codeLens.sections', undefined);
    }
  });

  test('show the technique by their command', async () => {
    const document = await open(fixture('cloud-access.md'));
    const target = new vscode.Position(8, 2);
    await vscode.commands.executeCommand('controlLens.showMapping', document.uri, target);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, target);
  });
});

suite('document links', () => {
  teardown(closeAll);

  test('link to the publishers', async () => {
    const document = await open(fixture('register.yaml'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const targets = links.map(
      ({ range, target }) => `${document.getText(range)} ${target?.toString() ?? ''}`,
    );
    assert.ok(targets.includes('T1021.007 https://attack.mitre.org/techniques/T1021/007/'));
    assert.ok(
      targets.some((target) =>
        target.startsWith('IAM-10 https://center-for-threat-informed-defense.github.io/'),
      ),
    );
  });
});
