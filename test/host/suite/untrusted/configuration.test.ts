import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, expectProblems, fixture, open, problems } from '../../support/editor';

suite('a configuration of an untrusted workspace', () => {
  teardown(closeAll);

  test('turns rules off, and makes none louder', async () => {
    const file = fixture('.control-lens.yaml');
    const document = await open(fixture('cloud-access.md'));
    const text = 'rules: { no-mapping: error, unknown-id: off }\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086']);
    assert.equal(problems(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Warning);
    await vscode.workspace.fs.delete(file);
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086', 'unknown-id@IAM-99']);
  });
});
