import * as vscode from 'vscode';
import { COMMANDS, EXTENSION_ID } from '../contributions';
import type { Dependencies } from '../dependencies';

export function registerLogCommands({ log }: Dependencies): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.showLog, () => log.show()),
    vscode.commands.registerCommand(COMMANDS.openSettings, async () => {
      await vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${EXTENSION_ID}`);
    }),
  );
}
