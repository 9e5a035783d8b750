import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { insertionEdits, lookUp, numberingAt, UNPLACED, type Answer } from '../../core/lookUp/lookUp';
import type { Entry } from '../../core/search/entry';
import { toSpan, toWorkspaceEdit } from '../adapters/convert';
import { openPage } from './openPage';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';

interface AnswerItem extends vscode.QuickPickItem {
  readonly answer: Answer;
}

type AnswerPick = vscode.QuickPick<AnswerItem>;

/** Finds a control, technique, tactic or mitigation, and writes its id at the cursor. */
export function registerLookUp(deps: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.lookUp, async (typed?: unknown) => {
    const loaded = await deps.knowledge.get();
    if (!loaded.ok) return;
    const editor = vscode.window.activeTextEditor;
    const analysis = editor && (await deps.analyses.get(editor.document));
    const numbering = analysis ? numberingAt(analysis, toSpan(analysis, editor.selection)) : UNPLACED;
    const { enabledFrameworks } = deps.settings.forWorkspace();
    const knowledge = analysis?.knowledge ?? loaded.value.only(enabledFrameworks);
    const buttons = await itemButtons();
    const pick = createPick(editor !== undefined);
    const find = (text: string): void => {
      pick.items = lookUp(knowledge, text, numbering).map((answer) => toItem(answer, buttons));
    };
    pick.onDidChangeValue(find);
    pick.onDidAccept(async () => {
      const [item] = pick.selectedItems;
      pick.hide();
      if (item) await put(deps, editor, item.answer.entry);
    });
    pick.value = typeof typed === 'string' ? typed : '';
    find(pick.value);
    pick.show();
  });
}

/** The list is found and sorted already: the editor shall neither filter nor sort it. */
function createPick(inEditor: boolean): AnswerPick {
  const pick = vscode.window.createQuickPick<AnswerItem>();
  pick.title = 'Control Lens: Look Up';
  pick.placeholder = inEditor
    ? 'ID or words of a name. Press Enter to insert the ID at the cursor.'
    : 'ID or words of a name. Press Enter to copy the ID.';
  pick.matchOnDescription = true;
  Object.assign(pick, { sortByLabel: false }); // understood since 1.44, and not in the typings
  pick.onDidTriggerItemButton(async ({ item, button }) => {
    if (button === READ_PAGE) {
      pick.hide();
      await openPage(item.answer.entry);
    }
    if (button === OPEN_PAGE && item.answer.page !== undefined)
      await vscode.env.openExternal(vscode.Uri.parse(item.answer.page, true));
    if (button !== FIND_REFERENCES) return;
    pick.hide();
    const { id, edition } = item.answer.entry;
    await vscode.commands.executeCommand(COMMANDS.findReferencesOf, id, edition);
  });
  pick.onDidHide(() => pick.dispose());
  return pick;
}

const READ_PAGE: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('book'),
  tooltip: 'Open Page',
};
const OPEN_PAGE: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('link-external'),
  tooltip: 'Open Web Page',
};
const FIND_REFERENCES: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('references'),
  tooltip: 'Find References in Workspace',
};

async function itemButtons(): Promise<readonly vscode.QuickInputButton[]> {
  const commands = await vscode.commands.getCommands(true);
  return commands.includes(COMMANDS.findReferencesOf)
    ? [READ_PAGE, OPEN_PAGE, FIND_REFERENCES]
    : [READ_PAGE, OPEN_PAGE];
}

function toItem(answer: Answer, buttons: readonly vscode.QuickInputButton[]): AnswerItem {
  const { label, description, summary, page, entry } = answer;
  return {
    answer,
    label,
    description,
    ...(summary !== undefined && { detail: summary }),
    alwaysShow: true,
    iconPath: new vscode.ThemeIcon(ICONS[entry.kind] ?? 'symbol-misc'),
    buttons: buttons.filter((button) => button !== OPEN_PAGE || page !== undefined),
  };
}

const ICONS: Readonly<Record<string, string>> = {
  control: 'shield',
  technique: 'zap',
  'sub-technique': 'zap',
  tactic: 'milestone',
  mitigation: 'tools',
};

/** At every cursor of the editor; copied where there is none, or where nothing can be written. */
async function put(
  { analyses }: Dependencies,
  editor: vscode.TextEditor | undefined,
  entry: Entry,
): Promise<void> {
  if (editor) {
    const analysis = await analyses.get(editor.document);
    const edit = analysis ? placedEdit(editor, analysis, entry) : plainEdit(editor, entry);
    if (await vscode.workspace.applyEdit(edit)) return;
  }
  await vscode.env.clipboard.writeText(entry.id);
  vscode.window.setStatusBarMessage(`Copied ${entry.id}`, 3000);
}

function placedEdit(
  { document, selections }: vscode.TextEditor,
  analysis: Analysis,
  entry: Entry,
): vscode.WorkspaceEdit {
  const spans = selections.map((selection) => toSpan(analysis, selection));
  return toWorkspaceEdit(document.uri, analysis, insertionEdits(analysis, spans, entry));
}

/** In a document that is not looked at. */
function plainEdit({ document, selections }: vscode.TextEditor, { id }: Entry): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const selection of selections) edit.replace(document.uri, selection, id);
  return edit;
}
