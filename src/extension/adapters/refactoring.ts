import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import type { TextEdit } from '../../core/text/edit';
import { PREVIEW_SCHEME } from '../contributions';
import { toRange } from './convert';

/**
 * Edits that the editor shows in its refactor preview before they are made, each ticked. The editor opens the preview
 * only for an edit that asks for confirmation, and such an edit is not ticked: a note that changes nothing is the one
 * that asks.
 */
export class PreviewedEdit {
  private readonly edit = new vscode.WorkspaceEdit();

  constructor() {
    const name = "Clear the changes you don't want, then select Apply";
    const note = vscode.Uri.from({ scheme: PREVIEW_SCHEME, path: `/${name}` });
    const label = 'Instructions';
    this.edit.insert(note, new vscode.Position(0, 0), '', { label, needsConfirmation: true });
  }

  /** The editor groups changes by their label. */
  add(uri: vscode.Uri, analysis: Analysis, edits: readonly TextEdit[], label: string): void {
    for (const { span, newText } of edits)
      this.edit.replace(uri, toRange(analysis, span), newText, { label, needsConfirmation: false });
  }

  /** True where the reader let them be made; one undo takes them back. */
  async apply(): Promise<boolean> {
    return vscode.workspace.applyEdit(this.edit, { isRefactoring: true });
  }
}

/** What the note of the preview says where it is opened. */
export function registerPreviewNote(): vscode.Disposable {
  const provideTextDocumentContent = (): string =>
    'Apply makes all selected changes. This entry changes nothing.';
  return vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, { provideTextDocumentContent });
}
