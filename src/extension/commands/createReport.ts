import * as vscode from 'vscode';
import { documentCoverage } from '../../core/features/coverage/coverage';
import { FORMATS, REPORT_FORMATS, renderReport, type ReportFormat } from '../../core/features/report/formats';
import { reportOf } from '../../core/features/report/reportOf';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';

/** Asks for a format and makes a report of a document, the active one unless told. Both may be given. */
export function registerCreateReport({ analyses }: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.createReport, async (uri?: unknown, format?: unknown) => {
    const document = await documentFor(uri);
    const analysis = document && (await analyses.get(document));
    if (!analysis) {
      const hint = vscode.l10n.t(
        'Open a document that Control Lens looks at, such as a policy in Markdown or YAML.',
      );
      void vscode.window.showInformationMessage(hint);
      return;
    }
    const chosen = REPORT_FORMATS.find((each) => each === format) ?? (await pickFormat());
    if (!chosen) return;
    const path = vscode.workspace.asRelativePath(document.uri);
    const text = renderReport(reportOf(documentCoverage(analysis, path)), chosen);
    if (chosen === 'html') await save(document.uri, text, chosen);
    else await show(text, chosen);
  });
}

async function documentFor(uri: unknown): Promise<vscode.TextDocument | undefined> {
  if (uri instanceof vscode.Uri) return vscode.workspace.openTextDocument(uri);
  return vscode.window.activeTextEditor?.document;
}

async function pickFormat(): Promise<ReportFormat | undefined> {
  const items = REPORT_FORMATS.map((format) => ({
    label: vscode.l10n.t(FORMATS[format].label),
    description: vscode.l10n.t(FORMATS[format].detail),
    format,
  }));
  const placeHolder = vscode.l10n.t('Format of the coverage report');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.format;
}

/** In an untitled document, to read, copy or save. */
async function show(content: string, format: ReportFormat): Promise<void> {
  const { languageId } = FORMATS[format];
  const known = new Set(await vscode.languages.getLanguages()); // CSV needs an extension of its own
  const language = known.has(languageId) ? languageId : 'plaintext';
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

async function save(of: vscode.Uri, text: string, format: ReportFormat): Promise<void> {
  const { label, extension } = FORMATS[format];
  const target = await vscode.window.showSaveDialog({
    defaultUri: beside(of, extension),
    filters: { [label]: [extension] },
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('Saved the coverage report');
  void vscode.window.showInformationMessage(saved, open).then((answer) => {
    if (answer === open) void vscode.env.openExternal(target);
  });
}

/** `policy-coverage.html` beside `policy.md`; an untitled document has no place of its own. */
function beside(uri: vscode.Uri, extension: string): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${uri.path.replace(/^.*\//, '').replace(/(?<=.)\.[^.]*$/, '')}-coverage.${extension}`;
  if (uri.scheme !== 'untitled') return vscode.Uri.joinPath(uri, '..', name);
  return root ? vscode.Uri.joinPath(root, name) : vscode.Uri.file(name);
}
