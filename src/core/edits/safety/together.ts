import type { Analysis } from '../../analysis/analysis';
import type { TextEdit } from '../../text/edit';
import { overlaps } from '../../text/span';
import { withoutRepeats, type Edits } from './repeats';

/** Fixes that are made at once. */
export interface Together {
  /** Which of the fixes are made, by index. */
  readonly made: readonly number[];
  /** In order of place, none overlapping another. */
  readonly edits: readonly TextEdit[];
}

/**
 * A fix that touches what another one changes is left out whole; to change the same place alike is no conflict. One
 * that would repeat a key or an item takes its entry out if the other says the same, and is left out if it doesn't.
 */
export function together(analysis: Analysis, fixes: readonly Edits[]): Together {
  if (fixes.length === 0) return { made: [], edits: [] };
  const { edits } = withoutRepeats(analysis, takenOf(fixes).fixes);
  const { fixes: taken, accepted } = takenOf(edits);
  const made = taken.flatMap((fix, index) => (fix.length > 0 ? [index] : []));
  return { made, edits: accepted.inOrder() };
}

/** The fixes by index, without the edits of those that touch what an earlier one changes. */
function takenOf(fixes: readonly Edits[]): {
  readonly fixes: readonly Edits[];
  readonly accepted: Accepted;
} {
  const accepted = new Accepted();
  return { fixes: fixes.map((fix) => (accepted.take(fix) ? fix : [])), accepted };
}

const BUCKET = 1024;
/** The longest edit takes out an item (`safety/repeats.ts`). */
const MAX_BUCKETS = 4;

/** Edits by where they begin, so that one looks only at its neighbors. */
class Accepted {
  private readonly buckets = new Map<number, TextEdit[]>();

  take(fix: readonly TextEdit[]): boolean {
    const added = fix.filter((edit) => !this.near(edit).some((other) => isSame(edit, other)));
    if (added.some((edit) => this.near(edit).some(({ span }) => overlaps(edit.span, span)))) return false;
    for (const edit of added) this.bucketOf(edit.span.start).push(edit);
    return true;
  }

  inOrder(): TextEdit[] {
    return [...this.buckets.values()].flat().sort((a, b) => a.span.start - b.span.start);
  }

  /** Those that could touch it. */
  private near({ span }: TextEdit): TextEdit[] {
    const last = Math.floor(span.end / BUCKET) + 1;
    const near: TextEdit[] = [];
    for (let index = Math.floor(span.start / BUCKET) - MAX_BUCKETS; index <= last; index++)
      near.push(...(this.buckets.get(index) ?? []));
    return near;
  }

  private bucketOf(start: number): TextEdit[] {
    const index = Math.floor(start / BUCKET);
    const bucket = this.buckets.get(index) ?? [];
    this.buckets.set(index, bucket);
    return bucket;
  }
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}
