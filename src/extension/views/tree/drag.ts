import * as vscode from 'vscode';
import { insertionsOf } from '../../../core/views/insertEntities';
import type { Entity, TreeNode } from '../../../core/views/node';
import { parseIdentifier } from '../../../core/identifiers/grammar';
import { toOffset } from '../../adapters/convert';
import type { Dependencies } from '../../dependencies';
import { EVERY_DOCUMENT } from '../../providers/register';

/** Things as JSON, for our own editors; others get the ids as plain text. */
export const ENTITIES_MIME = 'application/vnd.control-lens.things';
const TEXT_MIME = 'text/plain';

/** Lets nodes be dragged out; nothing can be dropped into a tree. */
export class DragController implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [TEXT_MIME];
  readonly dropMimeTypes = [];

  handleDrag(source: readonly TreeNode[], transfer: vscode.DataTransfer): void {
    const entities = source.flatMap(({ entity }) => entity ?? []);
    if (entities.length === 0) return;
    transfer.set(TEXT_MIME, new vscode.DataTransferItem(entities.map(({ id }) => id).join(', ')));
    transfer.set(ENTITIES_MIME, new vscode.DataTransferItem(JSON.stringify(entities)));
  }
}

/** Writes what is dragged out of a tree where it is dropped, numbered in the edition that holds there. */
export function registerDrop({ analyses }: Dependencies): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('controlLens');
  const provider: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, transfer, token) {
      const entities = parseThings(await transfer.get(ENTITIES_MIME)?.asString());
      const analysis = entities.length > 0 ? await analyses.get(document) : undefined;
      if (!analysis || token.isCancellationRequested) return undefined;
      const offset = toOffset(analysis, position);
      const [edit] = insertionsOf(analysis, [{ start: offset, end: offset }], entities);
      return edit && new vscode.DocumentDropEdit(edit.newText, 'Insert ID', kind);
    },
  };
  return vscode.languages.registerDocumentDropEditProvider(EVERY_DOCUMENT, provider, {
    dropMimeTypes: [ENTITIES_MIME],
    providedDropEditKinds: [kind],
  });
}

const MAX_THINGS = 500;

/** Anybody can make a drag: what is no id is left out. */
export function parseThings(json: string | undefined): Entity[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json ?? '');
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.slice(0, MAX_THINGS).flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { id, edition } = each as Record<string, unknown>;
    const known = typeof id === 'string' ? parseIdentifier(id) : undefined;
    return known ? [{ id: known, edition: typeof edition === 'string' ? edition : undefined }] : [];
  });
}
