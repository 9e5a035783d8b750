import type * as vscode from 'vscode';
import { subjectsAt } from '../../core/links/highlights';
import { factsOf } from '../../core/index/facts';
import { referencesOf } from '../../core/index/referencesOf';
import type { Located } from '../../core/index/workspaceIndex';
import { toOffset } from '../adapters/convert';
import type { Dependencies } from '../dependencies';

/** Where the workspace names what stands at a position; undefined where nothing does, or on cancellation. */
export async function placesNamedAt(
  { analyses, indexer }: Dependencies,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<readonly Located[] | undefined> {
  const analysis = await analyses.get(document);
  if (!analysis) return undefined;
  const subjects = subjectsAt(analysis, toOffset(analysis, position));
  const index = subjects.size > 0 ? await indexer.get(token) : undefined;
  if (!index) return undefined;
  return referencesOf(index, subjects, { uri: document.uri.toString(), facts: () => factsOf(analysis) });
}
