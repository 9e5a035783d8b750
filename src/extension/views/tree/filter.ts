import * as vscode from 'vscode';
import { MAX_FILTER } from '../../../core/views/node';

/** Undefined where the user gives up; empty for no filter. */
export async function askForFilter(value: string, placeHolder: string): Promise<string | undefined> {
  const prompt = 'Filter by ID, name or path. Leave empty to show all.';
  const filter = await vscode.window.showInputBox({ value, placeHolder, prompt });
  return filter?.trim().slice(0, MAX_FILTER);
}
