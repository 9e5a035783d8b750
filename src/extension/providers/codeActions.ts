import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { fixesFor } from '../../core/edits/fixes';
import type { Finding } from '../../core/rules/rule';
import { toRange, toWorkspaceEdit } from '../adapters/convert';
import { DIAGNOSTIC_SOURCE } from '../contributions';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

export function registerCodeActions({ analyses }: Dependencies): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, context, token) {
      const ours = context.diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
      const analysis = ours.length > 0 ? await analyses.get(document) : undefined;
      if (!analysis || token.isCancellationRequested) return [];
      return ours.flatMap((diagnostic) => actionsFor(document.uri, analysis, diagnostic));
    },
  };
  return vscode.languages.registerCodeActionsProvider(EVERY_DOCUMENT, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function actionsFor(uri: vscode.Uri, analysis: Analysis, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const finding = analysis.findings.find((each) => isShownAs(analysis, each, diagnostic));
  if (!finding) return [];
  return fixesFor(analysis, finding).map(({ title, edits, isPreferred }) => {
    const action = new vscode.CodeAction(title.text, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.edit = toWorkspaceEdit(uri, analysis, edits);
    action.isPreferred = isPreferred;
    return action;
  });
}

/** The diagnostic may be older than the analysis: place and rule must still be the same. */
function isShownAs(analysis: Analysis, { rule, span }: Finding, { code, range }: vscode.Diagnostic): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return value === rule && toRange(analysis, span).isEqual(range);
}
