import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { fixAll, MENDABLE, safeFixes } from '../../core/edits/fixAll';
import type { RuleId } from '../../core/rules/rule';
import { toWorkspaceEdit } from '../adapters/convert';
import { COMMANDS, DIAGNOSTIC_SOURCE, FIX_ALL_KIND } from '../contributions';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

const ON_SAVE = vscode.CodeActionKind.SourceFixAll.append(FIX_ALL_KIND);

/** Mends many findings at a time: those of one kind, in the document or the workspace, and on save the safe ones. */
export function registerFixAllActions({ analyses }: Dependencies): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { only, diagnostics }, token) {
      const rules =
        only === undefined || only.contains(vscode.CodeActionKind.QuickFix) ? rulesOf(diagnostics) : [];
      const isOnSave = only?.contains(ON_SAVE) ?? false;
      const analysis = isOnSave || rules.length > 0 ? await analyses.get(document) : undefined;
      if (!analysis || token.isCancellationRequested) return [];
      return [
        ...(isOnSave ? onSave(document.uri, analysis) : []),
        ...rules.flatMap((rule) => ofKind(document.uri, analysis, rule)),
      ];
    },
  };
  return vscode.languages.registerCodeActionsProvider(EVERY_DOCUMENT, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, ON_SAVE],
  });
}

function onSave(uri: vscode.Uri, analysis: Analysis): vscode.CodeAction[] {
  const { edits } = safeFixes(analysis);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction('Fix malformed IDs and revoked techniques', ON_SAVE);
  action.edit = toWorkspaceEdit(uri, analysis, edits);
  return [action];
}

function ofKind(uri: vscode.Uri, analysis: Analysis, rule: RuleId): vscode.CodeAction[] {
  const { count, edits } = fixAll(analysis, [rule]);
  if (count === 0) return [];
  const inWorkspace = new vscode.CodeAction(
    `Fix all ${rule} findings in the workspace…`,
    vscode.CodeActionKind.QuickFix,
  );
  inWorkspace.command = { title: inWorkspace.title, command: COMMANDS.fixAllInWorkspace, arguments: [rule] };
  const here = new vscode.CodeAction(
    `Fix all ${count} ${rule} findings in this document`,
    vscode.CodeActionKind.QuickFix,
  );
  here.edit = toWorkspaceEdit(uri, analysis, edits);
  return [...(count > 1 ? [here] : []), ...(vscode.workspace.workspaceFolders ? [inWorkspace] : [])];
}

function rulesOf(diagnostics: readonly vscode.Diagnostic[]): RuleId[] {
  const ours = diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
  const found = new Set(ours.map(({ code }) => (typeof code === 'object' ? code.value : code)));
  return MENDABLE.filter((rule) => found.has(rule));
}
