import * as vscode from 'vscode';
import { ALL_RULES } from '../../core/rules/allRules';
import { rulePage } from '../../core/rules/documentation/rulePage';
import type { RuleId } from '../../core/rules/rule';
import { RULE_SCHEME } from '../contributions';

/**
 * The page of a rule as a document of the editor. A problem links to it by its address: package.json associates the
 * scheme with the built-in Markdown preview, since the editor runs no command for the link of a problem.
 */
export function rulePageUri(rule: RuleId): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
}

/** Serves the pages of the rules. */
export function registerRulePages(): vscode.Disposable {
  const provideTextDocumentContent = ({ path }: vscode.Uri): string | undefined => {
    const rule = ALL_RULES.find(({ id }) => rulePageUri(id).path === path);
    return rule && rulePage(rule, 'elsewhere');
  };
  return vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, { provideTextDocumentContent });
}
