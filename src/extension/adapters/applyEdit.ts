import * as vscode from 'vscode';

/** Makes an edit that one undo takes back; false, and a message, where the document takes none. */
export async function applyOrTell(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const isApplied = await vscode.workspace.applyEdit(edit);
  if (!isApplied)
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Nothing was written: the document cannot be changed. It may be read-only.'),
    );
  return isApplied;
}
