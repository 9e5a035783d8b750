import type * as vscode from 'vscode';
import { subjectsAt } from '../../core/features/highlights';
import { factsOf } from '../../core/workspace/facts';
import { referencesOf } from '../../core/workspace/lookUp';
import type { Located } from '../../core/workspace/workspaceIndex';
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
