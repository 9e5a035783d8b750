import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, expectProblems, fixture, hoverText, open, until } from '../../support/editor';

suite('an untrusted workspace', () => {
  teardown(closeAll);

  test('has hovers and problems', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await open(fixture('cloud-access.md'));
    assert.match(await hoverText(document, at(document, 'T1021.007')), /Cloud Services/);
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086', 'unknown-id@IAM-99']);
  });

  test('has the coverage report in a panel', async () => {
    await open(fixture('cloud-access.md'));
    await vscode.commands.executeCommand('controlLens.openReport', fixture('cloud-access.md'));
    const isReport = ({ label }: vscode.Tab): boolean => label === 'Coverage: cloud-access.md';
    const tabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const [report] = await until(
      () => tabs().filter(isReport),
      (found) => found.length === 1,
    );
    if (report) await vscode.window.tabGroups.close(report);
  });
});
