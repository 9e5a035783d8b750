import * as vscode from 'vscode';
import { FORMATS, type ExportFormat } from '../../core/report/formats';
import { fileNameOf } from '../../core/views/workspace/placeNodes';
import { Breather } from '../adapters/breather';
import type { ReportSource } from './reportSource';

/** In an untitled document, to read, copy or save. */
export async function showReport(content: string, format: ExportFormat): Promise<void> {
  const { languageId } = FORMATS[format];
  const known = new Set(await vscode.languages.getLanguages()); // CSV needs an extension of its own
  const language = known.has(languageId) ? languageId : 'plaintext';
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

/** Undefined where the user gives up. */
export async function pickFile(source: ReportSource, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const { label, extension } = FORMATS[format];
  const defaultUri = placeFor(source, extension);
  return vscode.window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { [label]: [extension] },
  });
}

/** Writes the report, and offers to open it. */
export async function saveReport(
  pieces: readonly string[],
  target: vscode.Uri,
  format: ExportFormat,
): Promise<void> {
  await vscode.workspace.fs.writeFile(target, await bytesOf(pieces));
  const open = 'Open';
  const saved = 'The coverage report was saved.';
  void vscode.window.showInformationMessage(saved, open).then(async (answer) => {
    if (answer !== open) return;
    if (format === 'html') await vscode.env.openExternal(target);
    else await vscode.commands.executeCommand('vscode.open', target);
  });
}

/** In slices: the report of a large workspace has many millions of characters. */
async function bytesOf(pieces: readonly string[]): Promise<Uint8Array> {
  const breather = new Breather();
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (const piece of pieces) {
    parts.push(encoder.encode(piece));
    await breather.yieldIfDue();
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
    await breather.yieldIfDue();
  }
  return bytes;
}

/** `policy-coverage.html` beside `policy.md`, and `coverage.html` for what has no place of its own. */
function placeFor(source: ReportSource, extension: string): vscode.Uri | undefined {
  if (source instanceof vscode.Uri && source.scheme !== 'untitled') {
    const name = fileNameOf(source.path).replace(/(?<=.)\.[^.]*$/, '');
    return vscode.Uri.joinPath(source, '..', `${name}-coverage.${extension}`);
  }
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  return root && vscode.Uri.joinPath(root, `coverage.${extension}`);
}
