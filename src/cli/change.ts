import type { Analysis } from '../core/analysis/analysis';
import { applyEdits, type TextEdit } from '../core/text/edit';
import { success, type Result } from '../core/text/result';
import { writeChanged } from './documentFile';
import { unifiedDiff } from './unifiedDiff';

/** What a command wants to change of a document. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

export function changeOf(path: string, { document }: Analysis, edits: readonly TextEdit[]): Change {
  return { path, before: document.text, edits };
}

/** One after the other; the first that fails ends it, and tells how many were written. */
export async function writeChanges(changes: readonly Change[]): Promise<Result<undefined>> {
  let written = 0;
  for (const { path, before, edits } of changes.filter(({ edits: { length } }) => length > 0)) {
    const done = await writeChanged({ path, before, after: applyEdits(before, edits) });
    if (!done.ok) {
      const message = `${done.failure.message} (${written} files were written before)`;
      return { ok: false, failure: { code: done.failure.code, message } };
    }
    written++;
  }
  return success(undefined);
}

export function diffOf(changes: readonly Change[]): string[] {
  return changes
    .filter(({ edits }) => edits.length > 0)
    .map(({ path, before, edits }) => unifiedDiff(path, before, edits));
}
