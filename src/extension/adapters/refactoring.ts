import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import type { TextEdit } from '../../core/text/edit';
import { toRange } from './convert';

/** Adds edits that the editor shows in its refactor preview, under a label, before they are made. */
export function addForPreview(
  workspaceEdit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  analysis: Analysis,
  edits: readonly TextEdit[],
  label: string,
): void {
  const metadata: vscode.WorkspaceEditEntryMetadata = { needsConfirmation: true, label };
  for (const { span, newText } of edits)
    workspaceEdit.replace(uri, toRange(analysis, span), newText, metadata);
}

/** True where the reader let them be made; one undo takes them back. */
export async function applyAfterPreview(edit: vscode.WorkspaceEdit): Promise<boolean> {
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
