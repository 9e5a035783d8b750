import * as vscode from 'vscode';
import { Analysis } from '../../core/analysis/analysis';
import { fixAll, MENDABLE } from '../../core/edits/fixAll';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import type { RuleId } from '../../core/rules/rule';
import { counted } from '../../core/text/message';
import { PreviewedEdit } from '../adapters/refactoring';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { eachDocument } from './workspaceDocuments';

/** What the refactor preview shows well; the command can be run again for the rest. */
const MAX_FIXES = 5000;

/** Mends every finding of a kind in all files of the workspace, after a preview. */
export function registerFixAllInWorkspace(deps: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.fixAllInWorkspace, async (rule?: unknown) => {
    const loaded = await deps.knowledge.get();
    if (!loaded.ok) return;
    const asked = MENDABLE.find((each) => each === rule);
    const title = 'Finding problems in the workspace';
    const all = await eachDocument(deps, loaded.value, title, ({ uri, analysis }) => ({
      uri,
      counts: countsOf(analysis),
    }));
    const found = all?.filter(({ counts }) => counts.size > 0);
    if (!found) return;
    const wanted = asked ?? (await askFor(found));
    if (wanted === undefined) return;
    const { edit, count } = await editFor(deps, loaded.value, found, wanted);
    if (count > 0) await edit.apply();
    else tellNothing();
  });
}

/** How many findings of each kind a file has that can be mended. */
interface Found {
  readonly uri: vscode.Uri;
  readonly counts: ReadonlyMap<RuleId, number>;
}

function countsOf(analysis: Analysis): Map<RuleId, number> {
  const counts = MENDABLE.map((rule) => [rule, fixAll(analysis, [rule]).count] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

interface RuleItem extends vscode.QuickPickItem {
  readonly rule: RuleId;
}

async function askFor(found: readonly Found[]): Promise<RuleId | undefined> {
  const items = MENDABLE.flatMap((rule): RuleItem[] => {
    const counts = found.flatMap(({ counts: each }) => each.get(rule) ?? []);
    const sum = counts.reduce((total, count) => total + count, 0);
    const description = `${counted(sum, 'finding')} in ${counted(counts.length, 'file')}`;
    return sum > 0 ? [{ label: rule, description, rule }] : [];
  });
  if (items.length === 0) return tellNothing();
  const title = 'Control Lens: Fix All in Workspace';
  const placeHolder = 'Select the findings to fix. You can preview the changes first.';
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.rule;
}

function tellNothing(): undefined {
  void vscode.window.showInformationMessage('No findings in the workspace can be fixed this way.');
}

/** The documents are opened now: what the editor reads of a file decides where its edits go. */
async function editFor(
  { settings }: Dependencies,
  knowledge: KnowledgeBase,
  found: readonly Found[],
  rule: RuleId,
): Promise<{ readonly edit: PreviewedEdit; readonly count: number }> {
  const edit = new PreviewedEdit();
  let count = 0;
  for (const { uri } of found.filter(({ counts }) => counts.has(rule))) {
    if (count >= MAX_FIXES) break;
    const document = await vscode.workspace.openTextDocument(uri);
    const analysis = new Analysis(document.getText(), document.languageId, knowledge, settings.for(document));
    const fixes = fixAll(analysis, [rule]);
    edit.add(uri, analysis, fixes.edits, `Fix all ${rule} findings`);
    count += fixes.count;
  }
  return { edit, count };
}
