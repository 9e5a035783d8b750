import * as vscode from 'vscode';
import { documentCoverage } from '../../core/coverage/coverage';
import type { CoverageReport } from '../../core/report/report';
import { reportOf, reportSteps } from '../../core/report/reportOf';
import { workspaceCoverage } from '../../core/coverage/workspaceCoverage';
import { Breather } from '../adapters/breather';
import { pathOf } from '../adapters/paths';
import type { Dependencies } from '../dependencies';

/** What a report is made of. */
export type ReportSource = vscode.Uri | 'workspace';

/** What an argument of a command names. */
export function sourceFrom(argument: unknown): ReportSource | undefined {
  return argument instanceof vscode.Uri || argument === 'workspace' ? argument : undefined;
}

/** Asks where there is a choice. */
export async function pickSource({ analyses }: Dependencies): Promise<ReportSource | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const analysis = document && (await analyses.get(document));
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!analysis && folders.length === 0) tellNothing();
  if (!analysis) return folders.length > 0 ? 'workspace' : undefined;
  if (folders.length === 0) return document.uri;
  const items: readonly (vscode.QuickPickItem & { readonly source: ReportSource })[] = [
    {
      label: '$(file) This document',
      description: pathOf(document.uri),
      source: document.uri,
    },
    {
      label: '$(root-folder) Workspace',
      description: vscode.workspace.name ?? '',
      source: 'workspace',
    },
  ];
  const placeHolder = 'Select what to report on';
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.source;
}

/** Undefined where there is nothing to read, or the user stops the reading. */
export async function reportOn(
  deps: Dependencies,
  source: ReportSource,
): Promise<CoverageReport | undefined> {
  return source === 'workspace' ? reportOnWorkspace(deps) : reportOnDocument(deps, source);
}

async function reportOnDocument(
  { analyses }: Dependencies,
  uri: vscode.Uri,
): Promise<CoverageReport | undefined> {
  const analysis = await analyses.get(await vscode.workspace.openTextDocument(uri));
  if (!analysis) tellNothing();
  return analysis && reportOf(documentCoverage(analysis, pathOf(uri)));
}

async function reportOnWorkspace(deps: Dependencies): Promise<CoverageReport | undefined> {
  const { indexer, knowledge, settings, paths } = deps;
  const [index, loaded] = [await indexer.get(), await knowledge.get()];
  const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!index || !loaded.ok || !uri) return undefined;
  const breather = new Breather();
  await paths.prepare(index.uris(), breather);
  const coverage = workspaceCoverage(index, loaded.value, settings.forWorkspace(), paths.pathOf);
  return breather.run(reportSteps(coverage, vscode.workspace.name));
}

function tellNothing(): void {
  const hint = 'Open a document that Control Lens checks, such as a Markdown policy.';
  void vscode.window.showInformationMessage(hint);
}
