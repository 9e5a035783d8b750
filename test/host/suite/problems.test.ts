import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  expectProblems,
  fixture,
  open,
  pause,
  problemList,
  problems,
  setSetting,
  until,
  write,
} from '../support/editor';

suite('problems', () => {
  teardown(closeAll);

  test('include a control without a mapping, a revoked technique and an unknown ID in Markdown', async () => {
    const document = await open(fixture('cloud-access.md'));
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086', 'unknown-id@IAM-99']);
    const [first] = problems(document.uri);
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(first?.message ?? '', /GRC-03 Organizational Policy Reviews/);
  });

  test('are found in a YAML register that never names CCM', async () => {
    const document = await open(fixture('register.yaml'));
    await expectProblems(document, ['no-mapping@GRC-03']);
  });

  test('are absent while a document looks binary', async () => {
    const document = await write('CCM GRC-03 \0');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await pause(600);
    assert.deepEqual(problemList(document), []);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 10, 0, 100), '.'));
    await expectProblems(document, ['no-mapping@GRC-03']);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\0 '));
    await expectProblems(document, []);
  });

  test('say so if a document is too large, and are back once it is not', async () => {
    const line = `${'a'.repeat(99)}\n`;
    const document = await write(`CCM GRC-03\n${line.repeat(50_000)}`);
    const told = /more than 5 million characters/;
    await until(
      () => problems(document.uri).map(({ message }) => message),
      (found) => found.length === 1 && told.test(found[0] ?? ''),
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.delete(new vscode.Range(1, 0, 40_000, 0)));
    await expectProblems(document, ['no-mapping@GRC-03']);
  });

  test('are reported once for a catalog of controls, with the other places as related information', async () => {
    const ends = ['A&A-06', 'AIS-08', 'BCR-11', 'CCC-09', 'CEK-21', 'DCS-18', 'DSP-19', 'GRC-08', 'HRS-13'];
    const ranges = ends.map((end) => `- ${end.slice(0, 4)}01 to ${end}`);
    const document = await write(['# CCM 4.1', '', ...ranges].join('\n'));
    const loudOf = (found: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] =>
      found.filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
    const isTold = (found: readonly vscode.Diagnostic[]): boolean =>
      loudOf(found).length === 1 &&
      /^No mapping for A&A-01 and \d+ more of the 113 controls cited here\.$/.test(
        loudOf(found)[0]?.message ?? '',
      ) &&
      (loudOf(found)[0]?.relatedInformation?.length ?? 0) > 5;
    await until(() => problems(document.uri), isTold);
    await setSetting('noMapping', 'each');
    await until(
      () => loudOf(problems(document.uri)).length,
      (count) => count > 5,
    );
    await setSetting('noMapping', undefined);
    await until(() => problems(document.uri), isTold);
  });

  test('link their rule ID to the page of the rule, which opens rendered and has no problems itself', async () => {
    const document = await open(fixture('register.yaml'));
    await expectProblems(document, ['no-mapping@GRC-03']);
    const code = problems(document.uri)[0]?.code;
    assert.ok(typeof code === 'object');
    await vscode.commands.executeCommand('vscode.open', code.target);
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (input) =>
        input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor',
    );
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# no-mapping: Control without a mapping$/m);
    assert.deepEqual(problems(page.uri), []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('follow the text as it is typed, and go when the document closes', async () => {
    const document = await write('Nothing yet.');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 12), ' See CCM GRC-03.'));
    await expectProblems(document, ['no-mapping@GRC-03']);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 0, 100), 'See CCM IAM-10.'));
    await expectProblems(document, []);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'CCM GRC-03. '));
    await expectProblems(document, ['no-mapping@GRC-03']);
    const { uri } = document;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(
      () => problems(uri).length,
      (count) => count === 0,
    );
  });

  test('have the severities of the settings', async () => {
    const document = await open(fixture('register.yaml'));
    await expectProblems(document, ['no-mapping@GRC-03']);
    try {
      await setSetting('rules.no-mapping', 'error');
      await until(
        () => problems(document.uri)[0]?.severity,
        (severity) => severity === vscode.DiagnosticSeverity.Error,
      );
      await setSetting('rules.no-mapping', 'off');
      await expectProblems(document, []);
    } finally {
      await setSetting('rules.no-mapping', undefined);
    }
    await expectProblems(document, ['no-mapping@GRC-03']);
  });

  test('are found in other languages by a setting', async () => {
    const content = 'The control CCM GRC-03 is reviewed each year.';
    const document = await write(content, 'txt');
    await pause(600);
    assert.deepEqual(problemList(document), []);
    try {
      await setSetting('languages', ['markdown', 'yaml', 'plaintext']);
      await expectProblems(document, ['no-mapping@GRC-03']);
    } finally {
      await setSetting('languages', undefined);
    }
    await expectProblems(document, []);
  });

  test('are absent in excluded files', async () => {
    const document = await open(fixture('register.yaml'));
    await expectProblems(document, ['no-mapping@GRC-03']);
    try {
      await setSetting('exclude', ['**/register.*']);
      await expectProblems(document, []);
    } finally {
      await setSetting('exclude', undefined);
    }
  });

  test('follow the setting for undeclared editions', async () => {
    const document = await write('The control CCM SEF-09 and the control CCM IVS-09 apply.');
    await expectProblems(document, ['no-mapping@SEF-09', 'ambiguous-edition@SEF-09', 'other-edition@IVS-09']);
    try {
      await setSetting('ccm.edition', '4.0');
      await expectProblems(document, ['other-edition@SEF-09']);
    } finally {
      await setSetting('ccm.edition', undefined);
    }
  });

  test('are suppressed by comments', async () => {
    const document = await write(
      'See CCM GRC-03. <!-- control-lens-disable-line no-mapping -->\n\nSee CCM GRC-04.',
    );
    await expectProblems(document, ['no-mapping@GRC-04']);
  });
});
