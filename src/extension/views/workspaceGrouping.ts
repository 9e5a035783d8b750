import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from '../../core/views/workspace/workspaceTree';

/** Undefined where the user gives up. */
export async function pickGrouping(now: Grouping): Promise<Grouping | undefined> {
  const texts: Readonly<Record<Grouping, readonly [label: string, detail: string]>> = {
    technique: ['Technique', 'Techniques, with their mapped controls and the documents that name them'],
    control: ['Control', 'Controls that are cited, and those that are mapped and not cited'],
    document: ['Document', 'Folders and documents, with what they name'],
    state: ['State', 'Mapped, without a mapping, out of date, unknown'],
  };
  const items = GROUPINGS.map((grouping) => ({
    label: vscode.l10n.t(texts[grouping][0]),
    description: grouping === now ? vscode.l10n.t('as it is') : '',
    detail: vscode.l10n.t(texts[grouping][1]),
    grouping,
  }));
  const placeHolder = vscode.l10n.t('How to group what the workspace names');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.grouping;
}
