import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { choicesFor, isMissing, type Choice } from '../../core/edits/insert/choices';
import type { Item } from '../../core/edits/insert/item';
import type { Framework } from '../../core/knowledge/framework';
import type { Reference } from '../../core/recognition/reference';

interface ChoiceItem extends vscode.QuickPickItem {
  /** Undefined in a separator. */
  readonly choice?: Choice;
}

interface TargetItem extends vscode.QuickPickItem {
  readonly target: Reference;
}

/** The one target, or the one that the user chooses; those with nothing to insert come last. */
export async function pickTarget(
  analysis: Analysis,
  targets: readonly Reference[],
): Promise<Reference | undefined> {
  const [only] = targets;
  if (targets.length < 2) return only;
  const items = targets.map((target): TargetItem & { readonly open: number } => {
    const choices = choicesFor(analysis, target);
    const open = choices.filter(isMissing).length;
    const description = analysis.knowledge.attack.has(target.id)
      ? analysis.knowledge.attack.name(target.id)
      : '';
    const detail = `${open} of ${choices.length} not cited here`;
    return { target, label: target.id, description, detail, open };
  });
  const picked = await vscode.window.showQuickPick(
    items.sort((a, b) => Number(b.open > 0) - Number(a.open > 0)),
    { title: questionFor(targets), matchOnDescription: true },
  );
  return picked?.target;
}

function questionFor([target]: readonly Reference[]): string {
  return target?.family === 'attack'
    ? 'Select a technique to insert mapped controls for'
    : 'Select a control to insert mapped techniques for';
}

interface FrameworkItem extends vscode.QuickPickItem {
  readonly framework: Framework;
}

/** One of several frameworks; undefined if the user chooses none. */
export async function pickFramework(frameworks: readonly Framework[]): Promise<Framework | undefined> {
  const items = frameworks.map((framework): FrameworkItem => ({
    framework,
    label: framework.name,
    description: framework.mappedVersion,
  }));
  const title = 'Select the framework to insert controls from';
  return (await vscode.window.showQuickPick(items, { title }))?.framework;
}

/** Several of those that are mapped; what is cited here is ticked and stays so. */
export async function pickItems(
  analysis: Analysis,
  target: Reference,
  framework?: Framework,
): Promise<readonly Item[] | undefined> {
  const choices = choicesFor(analysis, target, framework);
  const pick = vscode.window.createQuickPick<ChoiceItem>();
  pick.title = titleFor(target);
  pick.placeholder = 'Select what to insert';
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = [
    ...choices.filter(isMissing).map(toItem),
    ...group(choices, 'here'),
    ...group(choices, 'no-id'),
  ];
  const cited = pick.items.filter(({ choice }) => choice?.state === 'here');
  pick.selectedItems = cited;
  pick.onDidChangeSelection((selected) => {
    const allowed = [...cited, ...selected.filter(isInsertable)];
    const isSame = allowed.length === selected.length && allowed.every((each) => selected.includes(each));
    if (!isSame) pick.selectedItems = allowed;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.filter(isInsertable).flatMap(({ choice }) => choice?.item ?? []));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function titleFor({ family, id }: Reference): string {
  return family === 'attack' ? `Controls mapped to ${id}` : `Techniques mapped to ${id}`;
}

function isInsertable({ choice }: ChoiceItem): boolean {
  return choice !== undefined && isMissing(choice);
}

/** Choices of one state, below a line. */
function group(choices: readonly Choice[], state: Choice['state']): ChoiceItem[] {
  const items = choices.filter((choice) => choice.state === state).map(toItem);
  return items.length > 0 ? [{ label: '', kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

function toItem(choice: Choice): ChoiceItem {
  const { id, title, state } = choice;
  const words: Readonly<Record<Choice['state'], string>> = {
    missing: '',
    here: 'cited here',
    elsewhere: 'cited elsewhere in this document',
    'no-id': 'no ID in the edition of this document',
  };
  return { choice, label: id, description: [title, words[state]].filter(Boolean).join(' · ') };
}
