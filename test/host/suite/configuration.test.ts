import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, expectProblems, fixture, open, problems, until } from '../support/editor';

const CONFIGURATION = fixture('.control-lens.yaml');

async function configure(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(CONFIGURATION, new TextEncoder().encode(text));
}

suite('a configuration in the editor', () => {
  teardown(async () => {
    await vscode.workspace.fs.delete(CONFIGURATION);
    await closeAll();
  });

  test('changes the problems of open documents as it is written', async () => {
    const document = await open(fixture('cloud-access.md'));
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086', 'unknown-id@IAM-99']);
    await configure('rules: { no-mapping: error, unknown-id: off }\n');
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086']);
    assert.equal(problems(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Error);
    await configure("overrides: [{ files: 'cloud-*.md', rules: { no-mapping: off } }]\n");
    await expectProblems(document, ['revoked-technique@T1086', 'unknown-id@IAM-99']);
    await configure("exclude: ['*.md']\n");
    await until(
      () => problems(document.uri).length,
      (count) => count === 0,
    );
    await configure('exlude: []\n');
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086', 'unknown-id@IAM-99']);
  });
});
