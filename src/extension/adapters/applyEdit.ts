import * as vscode from 'vscode';

/**
 * Makes an edit that one undo takes back; false, and a message, where the editor refuses it: the document changed while
 * the edit was made, or is gone.
 */
export async function applyOrTell(
  edit: vscode.WorkspaceEdit,
  tell: (message: string) => unknown = vscode.window.showWarningMessage,
): Promise<boolean> {
  const isApplied = await vscode.workspace.applyEdit(edit);
  if (!isApplied) tell('Nothing was changed: the document was edited or closed in the meantime. Try again.');
  return isApplied;
}
