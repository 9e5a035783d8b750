import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { fixSteps, type Fix } from '../../core/edits/fixes';
import type { Finding } from '../../core/rules/rule';
import { Breather } from '../adapters/breather';
import { toRange, toWorkspaceEdit } from '../adapters/convert';
import { DIAGNOSTIC_SOURCE } from '../contributions';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

export function registerCodeActions({ analyses }: Dependencies): vscode.Disposable {
  const known = new KnownFixes();
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, context, token) {
      const ours = context.diagnostics.filter(({ source }) => source === DIAGNOSTIC_SOURCE);
      const analysis = ours.length > 0 ? await analyses.get(document) : undefined;
      const actions: vscode.CodeAction[] = [];
      for (const diagnostic of ours) {
        if (!analysis || token.isCancellationRequested) return [];
        const finding = analysis.findings.find((each) => isShownAs(analysis, each, diagnostic));
        const fixes = finding ? await known.of(analysis, finding) : [];
        actions.push(...fixes.map((fix) => actionOf(document.uri, analysis, diagnostic, fix)));
      }
      return actions;
    },
  };
  return vscode.languages.registerCodeActionsProvider(EVERY_DOCUMENT, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

/** Fixes are read back, which takes time: once for each version of a document, however often the editor asks. */
class KnownFixes {
  private readonly byAnalysis = new WeakMap<Analysis, Map<Finding, Promise<Fix[]>>>();

  async of(analysis: Analysis, finding: Finding): Promise<Fix[]> {
    const known = this.byAnalysis.get(analysis) ?? new Map<Finding, Promise<Fix[]>>();
    this.byAnalysis.set(analysis, known);
    const fixes = known.get(finding) ?? new Breather().run(fixSteps(analysis, finding));
    known.set(finding, fixes);
    return fixes;
  }
}

function actionOf(
  uri: vscode.Uri,
  analysis: Analysis,
  diagnostic: vscode.Diagnostic,
  { title, edits, isPreferred }: Fix,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title.text, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = toWorkspaceEdit(uri, analysis, edits);
  action.isPreferred = isPreferred;
  return action;
}

/** The diagnostic may be older than the analysis: place and rule must still be the same. */
function isShownAs(analysis: Analysis, { rule, span }: Finding, { code, range }: vscode.Diagnostic): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return value === rule && toRange(analysis, span).isEqual(range);
}
