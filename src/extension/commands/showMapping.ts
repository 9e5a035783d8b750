import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';

/** Puts the cursor on a reference and shows its hover; without arguments, on the cursor's own place. */
export function registerShowMapping(): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.showMapping, async (uri?: unknown, position?: unknown) => {
    const target = position instanceof vscode.Position ? position : undefined;
    if (uri instanceof vscode.Uri && target) {
      const selection = new vscode.Range(target, target);
      await vscode.window.showTextDocument(uri, { selection, preserveFocus: false });
    }
    await vscode.commands.executeCommand('editor.action.showHover');
  });
}
