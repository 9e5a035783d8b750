import * as vscode from 'vscode';
import { FORMATS, EXPORT_FORMATS, renderSteps, type ExportFormat } from '../../core/report/formats';
import { Breather } from '../adapters/breather';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { pickSource, reportOn, sourceFrom } from './reportSource';
import { pickFile, saveReport, showReport } from './reportTarget';

/** In characters. An editor with more of them keeps everything else waiting while it opens. */
const MAX_TO_OPEN = 200_000;

/**
 * Makes a report of a document or the workspace, in one of the formats. It asks for what is not told: a URI or
 * `workspace`, the name of a format, and the URI of a file where one is written.
 */
export function registerCreateReport(deps: Dependencies): vscode.Disposable {
  const create = async (of?: unknown, format?: unknown, file?: unknown): Promise<void> => {
    const source = sourceFrom(of) ?? (await pickSource(deps));
    if (!source) return;
    const chosen = EXPORT_FORMATS.find((each) => each === format) ?? (await pickFormat());
    const report = chosen && (await reportOn(deps, source));
    if (!report) return;
    const pieces = await new Breather().run(renderSteps(report, chosen));
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (chosen !== 'html' && length <= MAX_TO_OPEN) return showReport(pieces.join(''), chosen);
    const target = file instanceof vscode.Uri ? file : await pickFile(source, chosen);
    if (target) await saveReport(pieces, target, chosen);
  };
  return vscode.commands.registerCommand(COMMANDS.createReport, create);
}

async function pickFormat(): Promise<ExportFormat | undefined> {
  const items = EXPORT_FORMATS.map((format) => ({
    label: FORMATS[format].label,
    description: FORMATS[format].detail,
    format,
  }));
  const placeHolder = 'Select the format of the report';
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.format;
}
