import * as vscode from 'vscode';
import { toRange } from '../adapters/convert';
import type { Dependencies } from '../dependencies';

/** Opens a document beside the report, and selects the id that stands at the place. */
export async function goToPlace(
  { analyses }: Dependencies,
  uri: vscode.Uri,
  place: vscode.Position,
  besides: vscode.ViewColumn | undefined,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.validatePosition(place); // it may have changed since
  const analysis = await analyses.get(document);
  const ranges = analysis?.references.map(({ span }) => toRange(analysis, span)) ?? [];
  const selection = ranges.find((range) => range.start.isEqual(start)) ?? new vscode.Range(start, start);
  await vscode.window.showTextDocument(document, { selection, viewColumn: columnFor(uri, besides) });
}

/** Where the document is shown already, else not on top of the report. */
function columnFor(uri: vscode.Uri, report: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const shows = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(shows));
  if (group) return group.viewColumn;
  return report === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
