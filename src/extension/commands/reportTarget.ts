import * as vscode from 'vscode';
import { FORMATS, type ReportFormat } from '../../core/features/report/formats';
import type { ReportSource } from './reportSource';

/** In an untitled document, to read, copy or save. */
export async function showReport(content: string, format: ReportFormat): Promise<void> {
  const { languageId } = FORMATS[format];
  const known = new Set(await vscode.languages.getLanguages()); // CSV needs an extension of its own
  const language = known.has(languageId) ? languageId : 'plaintext';
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

/** Asks for a file, and offers to open it. */
export async function saveReport(source: ReportSource, text: string, format: ReportFormat): Promise<void> {
  const { label, extension } = FORMATS[format];
  const defaultUri = placeFor(source, extension);
  const target = await vscode.window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { [label]: [extension] },
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('The coverage report is saved.');
  if ((await vscode.window.showInformationMessage(saved, open)) === open)
    await vscode.env.openExternal(target);
}

/** `policy-coverage.html` beside `policy.md`, and `coverage.html` for what has no place of its own. */
function placeFor(source: ReportSource, extension: string): vscode.Uri | undefined {
  if (source instanceof vscode.Uri && source.scheme !== 'untitled') {
    const name = source.path.replace(/^.*\//, '').replace(/(?<=.)\.[^.]*$/, '');
    return vscode.Uri.joinPath(source, '..', `${name}-coverage.${extension}`);
  }
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  return root && vscode.Uri.joinPath(root, `coverage.${extension}`);
}
