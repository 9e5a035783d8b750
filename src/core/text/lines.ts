import { Numbers } from './numbers';
import type { Position, Range, Span } from './span';

/**
 * Where the lines of a text begin. A line ends at `\n`, `\r\n` or a lone `\r`, as in the editor.
 * Built once, on first use; each look-up is a binary search.
 */
export class LineIndex {
  private readonly starts: Numbers;

  constructor(readonly text: string) {
    this.starts = lineStarts(text);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line that holds the offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.startOf(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  startOf(line: number): number {
    return line < this.starts.length ? this.starts.at(line) : this.text.length;
  }

  /** The offset after the last character of the line, its line ending not included. */
  endOf(line: number): number {
    if (line + 1 >= this.starts.length) return this.text.length;
    const next = this.starts.at(line + 1);
    const beforeLast = this.text.charCodeAt(next - 2);
    return beforeLast === CARRIAGE_RETURN && this.text.charCodeAt(next - 1) === LINE_FEED && next >= 2
      ? next - 2
      : next - 1;
  }

  spanOf(line: number): Span {
    return { start: this.startOf(line), end: this.endOf(line) };
  }

  /** The line without its line ending. */
  textOf(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  positionAt(offset: number): Position {
    const clamped = Math.min(Math.max(0, offset), this.text.length);
    const line = this.lineAt(clamped);
    return { line, character: Math.min(clamped, this.endOf(line)) - this.startOf(line) };
  }

  offsetAt(position: Position): number {
    if (position.line >= this.count) return this.text.length;
    return Math.min(this.startOf(position.line) + position.character, this.endOf(position.line));
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A guess that is rarely too small. */
const MIN_LINE = 32;

function lineStarts(text: string): Numbers {
  const starts = new Numbers(text.length / MIN_LINE + 16);
  starts.push(0);
  if (text.includes('\r')) addMixed(text, starts);
  else addLineFeeds(text, starts);
  return starts;
}

function addLineFeeds(text: string, starts: Numbers): void {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
}

function addMixed(text: string, starts: Numbers): void {
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
}
