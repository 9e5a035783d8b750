import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, expectProblems, fixture, hoverText, open } from '../../support/editor';

suite('untrusted workspace', () => {
  teardown(closeAll);

  test('has hovers and problems', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await open(fixture('cloud-access.md'));
    assert.match(await hoverText(document, at(document, 'T1021.007')), /Cloud Services/);
    await expectProblems(document, ['no-mapping@GRC-03', 'revoked-technique@T1086', 'unknown-id@IAM-99']);
  });
});
