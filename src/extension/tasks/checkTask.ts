import * as vscode from 'vscode';
import { COMMANDS, TASK_TYPE } from '../contributions';
import type { Dependencies } from '../dependencies';
import type { WorkspaceProblems } from '../diagnostics/registerDiagnostics';
import { CheckTerminal } from './checkTerminal';

const NAME = 'Check Workspace';

/** A task for each folder that checks all its files, and puts what it finds into the Problems view. */
export function registerCheckTask(deps: Dependencies, problems: WorkspaceProblems): vscode.Disposable {
  const taskOf = (folder: vscode.WorkspaceFolder): vscode.Task => {
    const execution = new vscode.CustomExecution(async () =>
      Promise.resolve(new CheckTerminal(deps, folder, problems)),
    );
    const task = new vscode.Task({ type: TASK_TYPE }, folder, NAME, 'Control Lens', execution);
    task.group = vscode.TaskGroup.Test;
    task.presentationOptions = {
      reveal: vscode.TaskRevealKind.Silent,
      panel: vscode.TaskPanelKind.Dedicated,
    };
    return task;
  };
  const tasks = (): vscode.Task[] => (vscode.workspace.workspaceFolders ?? []).map(taskOf);
  return vscode.Disposable.from(
    vscode.tasks.registerTaskProvider(TASK_TYPE, {
      provideTasks: tasks,
      resolveTask: ({ scope }) => {
        const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
        return folder && taskOf(folder);
      },
    }),
    vscode.commands.registerCommand(COMMANDS.checkWorkspace, async () => {
      for (const task of tasks()) await vscode.tasks.executeTask(task);
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    }),
  );
}
