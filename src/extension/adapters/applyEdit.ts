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
  if (!isApplied)
    tell(vscode.l10n.t('Nothing was written: the document changed meanwhile, or is gone. Try again.'));
  return isApplied;
}
