import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fixture, problems, until } from '../support/editor';

suite('the task Check Workspace', () => {
  teardown(closeAll);

  test('is offered, and puts the findings of files that are not open into the Problems view', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'control-lens' });
    assert.deepEqual(
      tasks.map(({ name, problemMatchers }) => [name, problemMatchers]),
      [['Check Workspace', ['$control-lens']]],
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
    assert.equal(first?.code, 'no-mapping');
  });
});
