/** A stretch of a text: offsets in UTF-16 code units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The smallest span that holds the span and the others. */
export function enclosing({ start, end }: Span, others: readonly Span[]): Span {
  return others.reduce(
    (whole, each) => ({ start: Math.min(whole.start, each.start), end: Math.max(whole.end, each.end) }),
    { start, end },
  );
}

/** The index of the last element whose `start` is at or before the offset, or -1. The list is sorted by start. */
export function lastStartingBy(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = sorted[middle];
    if (candidate && candidate.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
