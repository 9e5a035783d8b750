import type { Position, Range, Span } from './span';

/**
 * Where the lines of a text begin. A line ends at `\n`, `\r\n` or a lone `\r`, as in the editor.
 * Built once, on first use; each look-up is a binary search.
 */
export class LineIndex {
  private readonly starts: readonly number[];

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
    return this.starts[line] ?? this.text.length;
  }

  /** The offset after the last character of the line, its line ending not included. */
  endOf(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
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

function lineStarts(text: string): number[] {
  return text.includes('\r') ? mixedLineStarts(text) : lineFeedStarts(text);
}

function lineFeedStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function mixedLineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
