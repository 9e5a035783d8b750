import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, fixture, open, until } from '../support/editor';

function reportTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('controlLens'));
}

async function closeReports(): Promise<void> {
  await vscode.window.tabGroups.close(reportTabs());
  await closeAll();
}

suite('the report panel', () => {
  teardown(closeReports);

  test('is one for each document, and one for the workspace', async function () {
    this.timeout(40_000); // it reads the workspace, and opens the first webviews of the session
    await open(fixture('cloud-access.md'));
    for (const of of [fixture('cloud-access.md'), 'workspace', fixture('cloud-access.md'), 'workspace'])
      await vscode.commands.executeCommand('controlLens.openReport', of);
    const tabs = await until(reportTabs, (found) => found.length >= 2);
    assert.deepEqual(
      tabs.map(({ label }) => label),
      ['Coverage: cloud-access.md', 'Coverage: Workspace'],
    );
  });

  test('opens from the buttons of the views without a question', async () => {
    await open(fixture('cloud-access.md'));
    await vscode.commands.executeCommand('controlLens.openDocumentReport');
    await vscode.commands.executeCommand('controlLens.openWorkspaceReport');
    const tabs = await until(reportTabs, (found) => found.length >= 2);
    assert.deepEqual(tabs.map(({ label }) => label).sort(), [
      'Coverage: Workspace',
      'Coverage: cloud-access.md',
    ]);
  });

  test('opens again after it was closed', async () => {
    await open(fixture('cloud-access.md'));
    for (let time = 0; time < 2; time++) {
      await vscode.commands.executeCommand('controlLens.openReport', fixture('cloud-access.md'));
      await until(reportTabs, (found) => found.length === 1);
      await vscode.window.tabGroups.close(reportTabs());
      await until(reportTabs, (found) => found.length === 0);
    }
  });
});

interface Step {
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

suite('the walkthrough and the samples', () => {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  const manifest = extension?.packageJSON as {
    readonly contributes: { readonly walkthroughs: readonly [{ readonly steps: readonly Step[] }] };
  };

  test('name commands and pictures that exist', async () => {
    await extension?.activate();
    const { steps } = manifest.contributes.walkthroughs[0];
    assert.equal(steps.length, 4);
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { description, media, completionEvents } of steps) {
      const linked = [...description.matchAll(/\(command:([^)]+)\)/g)].map((match) => match[1] ?? '');
      const events = completionEvents.map((event) => event.replace(/^onCommand:/, ''));
      assert.ok(linked.length > 0 && events.length > 0);
      for (const command of [...linked, ...events]) assert.ok(known.has(command), command);
      assert.ok(media.altText.length > 20);
      const file = vscode.Uri.joinPath(extension?.extensionUri ?? assert.fail(), media.svg);
      assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), /^<svg /);
    }
  });

  test('open without a file if nothing can be written', async () => {
    await closeAll();
    await vscode.commands.executeCommand(
      'controlLens.openSample',
      vscode.Uri.parse('no-such-scheme:/samples'),
    );
    const samples = vscode.workspace.textDocuments.filter(
      ({ isUntitled, isClosed }) => isUntitled && !isClosed,
    );
    assert.deepEqual(samples.map(({ languageId }) => languageId).sort(), ['markdown', 'markdown', 'yaml']);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# Access control policy$/m);
    await closeAll();
  });

  test('are copied into a folder, and keep what is there', async () => {
    const folder = fixture('samples');
    const policy = vscode.Uri.joinPath(folder, 'control-lens-sample', 'access-control-policy.md');
    try {
      await vscode.commands.executeCommand('controlLens.openSample', folder);
      const active = await until(
        () => vscode.window.activeTextEditor?.document,
        (document) => document?.uri.path === policy.path,
      );
      assert.match(active?.getText() ?? '', /^# Access control policy$/m);
      const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(policy, '..'));
      assert.deepEqual(names.map(([name]) => name).sort(), [
        'access-control-policy.md',
        'control-register.yaml',
        'legacy-cloud-standard.md',
      ]);
      await vscode.workspace.fs.writeFile(policy, new TextEncoder().encode('mine'));
      await vscode.commands.executeCommand('controlLens.openSample', folder);
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(policy)), 'mine');
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});
