import type { LineIndex } from '../text/lines';
import { Numbers } from '../text/numbers';
import type { Paragraph } from './place';

/** The paragraphs of a document, in order. */
export class Paragraphs {
  private readonly firsts = new Numbers(16);
  private readonly lasts = new Numbers(16);
  private readonly starts = new Numbers(16);

  constructor(private readonly lines: LineIndex) {}

  /** A line with which a paragraph begins, and the offset of its text. */
  begin(line: number, start: number): void {
    this.firsts.push(line);
    this.lasts.push(line);
    this.starts.push(start);
  }

  /** A line with which the last paragraph goes on. */
  goOn(line: number): void {
    this.lasts.set(this.lasts.length - 1, line);
  }

  at(offset: number): Paragraph | undefined {
    const index = this.starts.lastUpTo(offset);
    if (index < 0) return undefined;
    const lastLine = this.lasts.at(index);
    const start = this.starts.at(index);
    const end = Math.max(start, this.endOf(lastLine));
    if (this.lines.lineAt(offset) > lastLine) return undefined;
    return { start, end, firstLine: this.firsts.at(index), lastLine };
  }

  /** Without the space at the line's end. */
  private endOf(line: number): number {
    return this.lines.startOf(line) + this.lines.textOf(line).trimEnd().length;
  }
}
