import * as vscode from 'vscode';
import { FORMATS, REPORT_FORMATS, renderSteps, type ReportFormat } from '../../core/features/report/formats';
import { Breather } from '../adapters/breather';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { pickSource, reportOn, sourceFrom } from './reportSource';
import { saveReport, showReport } from './reportTarget';

/**
 * Makes a report of a document or the workspace, in one of the formats. It asks for what is not told: a URI or
 * `workspace`, and the name of a format.
 */
export function registerCreateReport(deps: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.createReport, async (of?: unknown, format?: unknown) => {
    const source = sourceFrom(of) ?? (await pickSource(deps));
    if (!source) return;
    const chosen = REPORT_FORMATS.find((each) => each === format) ?? (await pickFormat());
    const report = chosen && (await reportOn(deps, source));
    if (!report) return;
    const text = await new Breather().run(renderSteps(report, chosen));
    if (chosen === 'html') await saveReport(source, text, chosen);
    else await showReport(text, chosen);
  });
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
