import * as vscode from 'vscode';
import { beginsTechnique } from '../../core/completion/trigger';
import { isInScope } from '../adapters/scope';
import type { Dependencies } from '../dependencies';

const MAX_LENGTH = 40;

/**
 * Opens the completions when `T1` or `TA0` is typed. The editor asks no provider while a word is typed where quick
 * suggestions are off, as they are in Markdown; characters that trigger count only between words.
 */
export function registerSuggestBegunIds({ settings }: Dependencies): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    if (!change || contentChanges.length > 1 || reason !== undefined || !/^\d$/.test(change.text)) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const { start } = change.range;
    const from = new vscode.Position(start.line, Math.max(0, start.character - MAX_LENGTH));
    const before = document.getText(new vscode.Range(from, start.translate(0, 1)));
    if (beginsTechnique(before) && wantsHelp(document, settings))
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
  });
}

/** Whoever turned suggestions off while typing gets none; where quick ones are on, the editor asks by itself. */
function wantsHelp(document: vscode.TextDocument, settings: Dependencies['settings']): boolean {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const quick = editor.get<boolean | { readonly other?: unknown }>('quickSuggestions');
  const other = typeof quick === 'object' ? quick.other : quick;
  const isQuick = other === true || other === 'on';
  return (
    !isQuick &&
    editor.get<boolean>('suggestOnTriggerCharacters') !== false &&
    settings.for(document).completion.enabled &&
    isInScope(document, settings)
  );
}
