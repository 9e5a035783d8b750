import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { OPEN_PAGE_COMMAND } from '../../core/links/pageAddress';
import type { Block } from '../../core/text/blocks';
import { renderMarkdown } from '../../core/text/renderMarkdown';
import type { Severity } from '../../core/rules/rule';
import type { TextEdit } from '../../core/text/edit';
import type { Range, Span } from '../../core/text/span';
import type { Located } from '../../core/index/workspaceIndex';

export function toRange({ document }: Analysis, span: Span): vscode.Range {
  return toEditorRange(document.lines.rangeOf(span));
}

export function toEditorRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toLocation({ uri, range }: Located): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), toEditorRange(range));
}

export function toOffset({ document }: Analysis, position: vscode.Position): number {
  return document.lines.offsetAt(position);
}

export function toSpan(analysis: Analysis, { start, end }: vscode.Range): Span {
  return { start: toOffset(analysis, start), end: toOffset(analysis, end) };
}

/** Every text is escaped, and the only command that a link may run opens a reading page. */
export function toMarkdown(blocks: readonly Block[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(renderMarkdown(blocks), true);
  markdown.isTrusted = { enabledCommands: [OPEN_PAGE_COMMAND] };
  markdown.supportHtml = false;
  return markdown;
}

export function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}

/** An undoable edit of one document. */
export function toWorkspaceEdit(
  uri: vscode.Uri,
  analysis: Analysis,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const workspaceEdit = new vscode.WorkspaceEdit();
  for (const { span, newText } of edits) workspaceEdit.replace(uri, toRange(analysis, span), newText);
  return workspaceEdit;
}
