import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CoverageReport } from '../../../src/core/report/report';
import { closeAll, fixture, open, pause, setSetting, until, write } from '../support/editor';

/** The text and language of the document that the command opens. */
async function reportAs(
  format: string,
  of: unknown = fixture('cloud-access.md'),
): Promise<{ readonly text: string; readonly languageId: string }> {
  const before = vscode.window.activeTextEditor?.document;
  await vscode.commands.executeCommand('controlLens.createReport', of, format);
  const document = await until(
    () => vscode.window.activeTextEditor?.document,
    (active) => active !== undefined && active !== before && active.isUntitled,
  );
  return { text: document?.getText() ?? '', languageId: document?.languageId ?? '' };
}

/** Where each stands, its title, and its tooltip. */
async function lensTexts(document: vscode.TextDocument): Promise<string[][]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return found
    .filter(({ command }) => command?.command === 'controlLens.openReport')
    .map(({ range, command }) => [`${range.start.line}: ${command?.title ?? ''}`, command?.tooltip ?? '']);
}

suite('the coverage report', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  test('opens as a new document of the right language', async () => {
    await open(fixture('cloud-access.md'));
    const languages = { text: 'plaintext', json: 'json', markdown: 'markdown', navigator: 'json' };
    for (const [format, languageId] of Object.entries(languages)) {
      const report = await reportAs(format);
      assert.equal(report.languageId, languageId);
      assert.ok(report.text.includes('T1021.007'), format);
    }
    const csv = await reportAs('csv');
    assert.match(csv.text, /^kind,id,name,/);
  });

  test('has the numbers of the lens at the top of the document, which leads to it', async () => {
    const document = await open(fixture('cloud-access.md'));
    const lenses = await until(
      () => lensTexts(document),
      (texts) => texts.length > 0,
    );
    const counts = '2 techniques: 1 addressed by a cited control, 1 open, 0 without mapped controls';
    const next = 'Citing UEM-09 would address the open technique';
    assert.deepEqual(lenses, [
      ['0: 2 techniques: 1 addressed by a cited control, 1 open', counts],
      [`0: ${next}`, next],
    ]);
    const { text } = await reportAs('text');
    for (const sentence of [counts, next]) assert.ok(text.includes(sentence), text);
  });

  test('has a lens that can be switched off', async () => {
    const document = await open(fixture('cloud-access.md'));
    try {
      await setSetting('codeLens.document', false);
      await until(
        () => lensTexts(document),
        (texts) => texts.length === 0,
      );
    } finally {
      await setSetting('codeLens.document', undefined);
    }
  });

  test('counts what every document of the workspace cites', async () => {
    const { text } = await reportAs('json', 'workspace');
    const report = JSON.parse(text) as CoverageReport;
    assert.ok(report.documents.includes('cloud-access.md') && report.documents.includes('register.yaml'));
    const cloud = report.techniques.find(({ id }) => id === 'T1021.007');
    assert.equal(cloud?.state, 'addressed');
    assert.ok(new Set(cloud.places.map(({ path }) => path)).has('register.yaml'));
  });

  test('counts a new document that is not saved', async () => {
    const document = await write('ATT&CK T1190 and T1003\n');
    const { text } = await reportAs('text', document.uri);
    assert.match(text, /2 techniques: 0 addressed by a cited control, 1 open, 1 without mapped controls/);
  });

  test('asks what to report on, and in which format', async () => {
    const document = await open(fixture('cloud-access.md'));
    const done = vscode.commands.executeCommand('controlLens.createReport');
    await pause(800);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(800);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    const shown = await until(
      () => vscode.window.activeTextEditor?.document,
      (active) => active !== undefined && active !== document,
    );
    assert.match(shown?.getText() ?? '', /^Techniques named and controls cited in cloud-access\.md/);
  });

  test('goes as HTML to a file that one chooses, next to the document by default', async () => {
    await vscode.workspace.getConfiguration('files').update('simpleDialog.enable', true, true);
    const target = fixture('cloud-access-coverage.html');
    try {
      await open(fixture('cloud-access.md'));
      void vscode.commands.executeCommand('controlLens.createReport', fixture('cloud-access.md'), 'html');
      await pause(1500);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const bytes = await until(
        () =>
          vscode.workspace.fs.readFile(target).then(
            (read) => read,
            () => undefined,
          ),
        (read) => read !== undefined,
      );
      assert.match(new TextDecoder().decode(bytes), /^<!DOCTYPE html>\n<!-- control-lens-report -->/);
    } finally {
      await vscode.workspace.getConfiguration('files').update('simpleDialog.enable', undefined, true);
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });

  test('is saved if it is long, since an editor would block while it opens', async () => {
    const ids = Array.from({ length: 600 }, (_, number) => `T${1001 + number}`);
    const document = await write(`# ATT&CK\n\n${ids.join('\n')}\n`);
    const target = fixture('long.json');
    try {
      await vscode.commands.executeCommand('controlLens.createReport', document.uri, 'json', target);
      const bytes = await vscode.workspace.fs.readFile(target);
      assert.ok(bytes.length > 200_000, String(bytes.length));
      const report = JSON.parse(new TextDecoder().decode(bytes)) as CoverageReport;
      assert.ok(report.counts.techniques > 100);
      assert.equal(vscode.window.activeTextEditor?.document, document);
    } finally {
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.workspace.fs.delete(target);
    }
  });

  test("isn't counted or checked itself", async () => {
    await open(fixture('cloud-access.md'));
    await reportAs('markdown');
    const document = vscode.window.activeTextEditor?.document ?? assert.fail();
    await pause(600);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert.deepEqual(await lensTexts(document), []);
  });
});
