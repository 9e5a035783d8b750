import { Analysis } from '../../analysis/analysis';
import type { Certainty, Reference } from '../../recognition/reference';
import { applyEdits, type TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/** A reference that no edit touches, before and after. */
export interface Kept {
  readonly before: Reference;
  readonly after: Reference;
}

/** How a document reads once it is edited. */
export interface Comparison {
  readonly after: Analysis;
  /** What the edits take away or change. */
  readonly touched: readonly Reference[];
  /** What is read in the text that they write. */
  readonly written: readonly Reference[];
  readonly kept: readonly Kept[];
  /** Read elsewhere before, and no longer. */
  readonly lost: readonly Reference[];
  /** Read elsewhere now, and not before. */
  readonly gained: readonly Reference[];
  /** Where a place of the text before is now; what an edit changed is all that it wrote. */
  readonly moved: (span: Span) => Span;
}

/** Reads a document with edits that do not overlap, and says what became of each of its references. */
export function compare(before: Analysis, edits: readonly TextEdit[]): Comparison {
  const { document, everything, settings } = before;
  const after = new Analysis(applyEdits(document.text, edits), document.languageId, everything, settings);
  const shifts = new Shifts(edits);
  const [touched, untouched] = parted(before.references, (each) => shifts.touches(each.span));
  const [written, others] = parted(after.references, (each) => shifts.isWritten(each.span));
  const now = new Map(others.map((each) => [nameOf(each, each.span), each]));
  const kept: Kept[] = [];
  const lost: Reference[] = [];
  for (const each of untouched) {
    const name = nameOf(each, shifts.moved(each.span));
    const other = now.get(name);
    if (other) kept.push({ before: each, after: other });
    else lost.push(each);
    now.delete(name);
  }
  return {
    after,
    touched,
    written,
    kept,
    lost,
    gained: [...now.values()],
    moved: (span) => shifts.moved(span),
  };
}

function nameOf({ id }: Reference, { start, end }: Span): string {
  return `${start}:${end}:${id}`;
}

function parted(
  references: readonly Reference[],
  test: (reference: Reference) => boolean,
): [Reference[], Reference[]] {
  const yes: Reference[] = [];
  const no: Reference[] = [];
  for (const each of references) (test(each) ? yes : no).push(each);
  return [yes, no];
}

const CERTAINTIES: readonly Certainty[] = ['doubtful', 'likely', 'certain'];

/** Whether the second is less sure than the first. */
export function isLess(first: Certainty, second: Certainty): boolean {
  return CERTAINTIES.indexOf(second) < CERTAINTIES.indexOf(first);
}

interface Shift extends Span {
  /** What was written, in the text after. */
  readonly written: Span;
}

/** Edits in order of place, with what each of them wrote. */
class Shifts {
  private readonly all: readonly Shift[];

  constructor(edits: readonly TextEdit[]) {
    let shift = 0;
    this.all = [...edits]
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
      .map(({ span: { start, end }, newText }) => {
        const written = { start: start + shift, end: start + shift + newText.length };
        shift += newText.length - (end - start);
        return { start, end, written };
      });
  }

  /** An edit changes some of it, or writes into the midst of it. */
  touches({ start, end }: Span): boolean {
    const first = this.all[this.firstEndingAfter(start)];
    return first !== undefined && first.start < end;
  }

  /** It holds something that was written, and was not merely written beside. */
  isWritten({ start, end }: Span): boolean {
    const all = this.all;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((all[middle]?.written.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const first = all[low];
    return first !== undefined && first.written.start < end;
  }

  moved({ start, end }: Span): Span {
    const from = this.movedStart(start);
    return { start: from, end: Math.max(from, this.movedEnd(end)) };
  }

  private movedStart(offset: number): number {
    const next = this.all[this.firstEndingAfter(offset)];
    if (next && next.start < offset) return next.written.start;
    return offset + this.shiftBefore(this.firstEndingAfter(offset));
  }

  private movedEnd(offset: number): number {
    const index = this.firstEndingAfter(offset - 1);
    const next = this.all[index];
    if (next && next.start < offset) return next.written.end;
    return offset + this.shiftBefore(index);
  }

  private shiftBefore(index: number): number {
    const last = this.all[index - 1];
    return last ? last.written.end - last.end : 0;
  }

  private firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.all[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
