import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, expectProblems, fixture, open, problems, until } from '../support/editor';

suite('the task Check Workspace', () => {
  teardown(closeAll);

  test('is offered, and puts the findings of files that are not open into the Problems view', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'control-lens' });
    assert.deepEqual(
      tasks.map(({ name }) => name),
      ['Check Workspace'],
    );
    const uri = fixture('register.yaml');
    assert.deepEqual(problems(uri), []);
    await vscode.commands.executeCommand('controlLens.checkWorkspace');
    const [first] = await until(
      () => problems(uri),
      (found) => found.length > 0,
    );
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(first?.message ?? '', /^No mapping for GRC-03/);
  });

  test('leaves a file with its own problems once it is opened, and keeps them when it is closed', async () => {
    const document = await open(fixture('register.yaml'));
    await expectProblems(document, ['no-mapping@GRC-03']);
    await closeAll();
    assert.equal(problems(document.uri).length, 1);
  });
});
