import * as vscode from 'vscode';
import { LONGEST_FILTER } from '../../../core/views/node';

/** Undefined where the user gives up; empty for no filter. */
export async function askForFilter(value: string, placeHolder: string): Promise<string | undefined> {
  const prompt = vscode.l10n.t('What the view shows; nothing shows everything');
  const filter = await vscode.window.showInputBox({ value, placeHolder, prompt });
  return filter?.trim().slice(0, LONGEST_FILTER);
}
