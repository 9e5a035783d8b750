import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { parsePageName, type PageTarget } from '../../core/links/pageAddress';
import { pageTargetIn } from '../../core/links/pageTarget';
import { toOffset } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { readingPageUri } from '../providers/readingPages';

/** Opens the reading page of an ID: the one that is given by name, else the one at the cursor, else one to be typed. */
export function registerOpenPage({ analyses }: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.openPage, async (name?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const analysis = editor && (await analyses.get(editor.document));
    const target =
      typeof name === 'string'
        ? parsePageName(name)
        : ((analysis && targetAt(analysis, editor.selection.active)) ?? (await askForTarget()));
    if (target) await openPage(target);
  });
}

/** In the Markdown preview. In a tab that stays, since Go Back leads only to pages that are open. */
export async function openPage(target: PageTarget): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', readingPageUri(target), { preview: false });
}

function targetAt(analysis: Analysis, position: vscode.Position): PageTarget | undefined {
  const [reference] = analysis.referencesAt(toOffset(analysis, position));
  return reference && pageTargetIn(analysis, reference.id, reference.edition?.edition);
}

async function askForTarget(): Promise<PageTarget | undefined> {
  const typed = await vscode.window.showInputBox({
    title: 'Control Lens: Open Page',
    prompt: 'ID of a technique, tactic, mitigation or control. Add the edition after @ if it matters.',
    placeHolder: 'T1021.007, IAM-14@4.0',
    validateInput: (value) => (parsePageName(value.trim()) ? undefined : 'Type an ID, such as T1021.007.'),
  });
  return typed === undefined ? undefined : parsePageName(typed.trim());
}
