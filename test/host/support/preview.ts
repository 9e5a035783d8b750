import * as vscode from 'vscode';
import { until } from './editor';

/** Accepts the refactor preview that a command shows, as soon as it is there. */
export async function acceptPreview<T>(command: Thenable<T>, isDone: () => boolean): Promise<T> {
  await until(async () => {
    await vscode.commands.executeCommand('refactorPreview.apply').then(undefined, () => undefined);
    return isDone();
  }, Boolean);
  return command;
}
