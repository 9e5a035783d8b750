import * as vscode from 'vscode';
import { parseIdentifier } from '../../core/identifiers/grammar';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { listed, counted } from '../../core/text/message';
import { nameOf, subjectsOfId } from '../../core/index/named';
import { sorted } from '../../core/symbols/workspaceSymbols';
import type { SubjectSummary } from '../../core/index/workspaceIndex';
import { toLocation } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';

/** `controlLens.findReferencesOf` with an id, and perhaps the edition that numbers it; without, it asks. */
export function registerFindReferences(deps: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.findReferencesOf, async (id?: unknown, edition?: unknown) =>
    findReferences(deps, id, edition),
  );
}

async function findReferences(
  { indexer, knowledge }: Dependencies,
  written: unknown,
  edition: unknown,
): Promise<void> {
  const [index, loaded] = [await indexer.get(), await knowledge.get()];
  if (!index || !loaded.ok) return;
  const id = typeof written === 'string' ? parseIdentifier(written) : undefined;
  const subjects = id
    ? subjectsOfId(index, loaded.value, id, typeof edition === 'string' ? edition : undefined)
    : index.subjects();
  const chosen = await choose(subjects, loaded.value, id !== undefined);
  if (chosen === 'none')
    void vscode.window.showInformationMessage(
      id
        ? `No document in the workspace names ${id}.`
        : 'No document in the workspace names a control or technique.',
    );
  else if (chosen) await show(index.referencesTo(chosen.subject).map(toLocation));
}

/** Asks where there is a choice; undefined where the user chooses none. */
async function choose(
  subjects: readonly SubjectSummary[],
  knowledge: KnowledgeBase,
  isNamed: boolean,
): Promise<SubjectSummary | 'none' | undefined> {
  if (subjects.length === 0) return 'none';
  if (isNamed && subjects.length === 1) return subjects[0];
  const items = sorted(subjects).map((summary) => ({ ...itemOf(summary, knowledge), summary }));
  const placeHolder = 'Select a control or technique to see where it is named';
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked?.summary;
}

function itemOf(
  { meanings, references, documents }: SubjectSummary,
  knowledge: KnowledgeBase,
): vscode.QuickPickItem {
  const [main] = meanings;
  const ids = [...new Set(meanings.map(({ id }) => id))];
  const where = `${counted(references, 'reference')} in ${counted(documents, 'document')}`;
  return {
    label: listed(ids, 'or'),
    description: [main ? nameOf(knowledge, main) : '', where].filter(Boolean).join(' · '),
  };
}

/** In the peek view of the editor at hand, else as a list. */
async function show(locations: readonly vscode.Location[]): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor) {
    const { document, selection } = editor;
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      document.uri,
      selection.active,
      locations,
    );
    return;
  }
  const items = locations.map((location) => ({
    label: `$(file) ${vscode.workspace.asRelativePath(location.uri)}`,
    description: String(location.range.start.line + 1),
    location,
  }));
  const picked = await vscode.window.showQuickPick(items);
  if (picked) await vscode.window.showTextDocument(picked.location.uri, { selection: picked.location.range });
}
