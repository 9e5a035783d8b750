import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from '../../core/views/workspace/workspaceTree';

/** Undefined where the user gives up. */
export async function pickGrouping(now: Grouping): Promise<Grouping | undefined> {
  const texts: Readonly<Record<Grouping, readonly [label: string, detail: string]>> = {
    technique: ['Technique', 'Techniques with their mapped controls and the documents that name them'],
    mapped: ['Mapped technique', 'Techniques that the cited controls are mapped to, by tactic'],
    control: ['Control', 'Cited controls, and controls that are mapped but not cited'],
    document: ['Document', 'Folders and documents with the techniques and controls that they name'],
    state: ['State', 'Mapped, without a mapping, out of date, unknown'],
  };
  const items = GROUPINGS.map((grouping) => ({
    label: texts[grouping][0],
    description: grouping === now ? 'current' : '',
    detail: texts[grouping][1],
    grouping,
  }));
  const placeHolder = 'Select how to group the Workspace view';
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.grouping;
}
