import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { idToRename, renamableAt, renameEdits } from '../../core/edits/rename';
import type { TextEdit } from '../../core/text/edit';
import { toOffset, toRange } from '../adapters/convert';
import { readDocuments } from '../commands/workspaceDocuments';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

/** Puts another technique or tactic in the place of one, everywhere in the workspace. */
export function registerRename(deps: Dependencies): vscode.Disposable {
  return vscode.languages.registerRenameProvider(EVERY_DOCUMENT, {
    async prepareRename(document, position) {
      const analysis = await deps.analyses.get(document);
      const reference = analysis && renamableAt(analysis, toOffset(analysis, position));
      if (!analysis || !reference) throw new Error('No technique or tactic is named here.');
      return { range: toRange(analysis, reference.span), placeholder: reference.text };
    },
    async provideRenameEdits(document, position, newName, token) {
      const analysis = await deps.analyses.get(document);
      const knowledge = await deps.knowledge.get();
      const reference = analysis && renamableAt(analysis, toOffset(analysis, position));
      if (!analysis || !reference || !knowledge.ok) return undefined;
      const to = idToRename(analysis, reference, newName);
      if (!to.ok) throw new Error(to.failure.message);
      const edit = new vscode.WorkspaceEdit();
      put(edit, document.uri, analysis, renameEdits(analysis, reference.id, to.value));
      await readDocuments(deps, knowledge.value, token, (each) => {
        if (each.uri.toString() === document.uri.toString()) return;
        put(edit, each.uri, each.analysis, renameEdits(each.analysis, reference.id, to.value));
      });
      return token.isCancellationRequested ? undefined : edit;
    },
  });
}

function put(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  analysis: Analysis,
  edits: readonly TextEdit[],
): void {
  for (const { span, newText } of edits) edit.replace(uri, toRange(analysis, span), newText);
}
