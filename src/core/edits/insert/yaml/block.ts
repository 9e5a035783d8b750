import type { LineIndex } from '../../../text/lines';
import type { Span } from '../../../text/span';

/** A part of a YAML text that can be parsed on its own, at its own columns. */
export interface Block extends Span {
  /** Anchors in the lines that lead to it, which may be those of what it was taken out of. */
  readonly anchors: readonly string[];
}

/** Lines, from the first up to and with the last. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

const DOCUMENT_MARK = /^(?:---|\.\.\.)(?=\s|$)/;
/** A line that leads to a place is no longer than this. */
const MAX_LINE = 2000;

/**
 * The largest part around an offset that has at most so many characters: a document, a whole mapping or sequence in it,
 * or some items of a sequence. Where it has the mapping that the offset stands in, it has all of its pairs. Undefined
 * where there is none, as in JSON, where indentation means nothing.
 */
export function blockAround(lines: LineIndex, offset: number, most: number): Block | undefined {
  const descent = new Descent(lines, lines.lineAt(offset), most);
  return descent.into(descent.document());
}

/** The way from a document down to a block that is small enough. */
class Descent {
  private readonly anchors: string[] = [];

  constructor(
    private readonly lines: LineIndex,
    private readonly target: number,
    private readonly most: number,
  ) {}

  /** The lines between the marks of a stream of documents. */
  document(): Rows {
    let first = this.target;
    while (first > 0 && !this.isMark(first - 1)) first--;
    let last = this.target;
    while (last + 1 < this.lines.count && !this.isMark(last + 1)) last++;
    return { first, last };
  }

  /** The rows of a mapping or a sequence, or the part of them that leads to the target. */
  into(rows: Rows): Block | undefined {
    if (this.fits(rows)) return this.blockOf(rows);
    const starts = this.childrenOf(rows);
    const at = starts.findLastIndex((line) => line <= this.target);
    const first = starts[at];
    if (first === undefined) return undefined;
    const child = { first, last: (starts[at + 1] ?? rows.last + 1) - 1 };
    if (!this.isItem(first)) return this.intoValue(child);
    return this.fits(child) ? this.blockOf(this.withSiblings(starts, at, rows.last)) : this.intoItem(child);
  }

  /** What stands below `key:`. The pairs beside it are too many where the target stands on the key's own line. */
  private intoValue({ first, last }: Rows): Block | undefined {
    const head = this.headOf(first);
    return head.endsWith(':') && first < this.target ? this.into({ first: first + 1, last }) : undefined;
  }

  /** What stands below a dash, or below one of the keys behind it. */
  private intoItem({ first, last }: Rows): Block | undefined {
    const head = this.headOf(first);
    if (head.trim() === '-') return this.into({ first: first + 1, last });
    const lead = /^ *- +(?!- )/.exec(head)?.[0].length;
    if (lead === undefined) return undefined;
    const keys = [first, ...this.rowsAt({ first: first + 1, last }, lead, false)];
    const at = keys.findLastIndex((line) => line <= this.target);
    return this.intoValue({ first: keys[at] ?? first, last: (keys[at + 1] ?? last + 1) - 1 });
  }

  /** The lines on which the pairs or items of a mapping or sequence begin. */
  private childrenOf(rows: Rows): number[] {
    let indent = Number.MAX_SAFE_INTEGER;
    let top: number | undefined;
    for (let line = rows.first; line <= rows.last; line++) {
      if (!this.hasContent(line)) continue;
      top ??= line;
      indent = Math.min(indent, this.indentOf(line));
    }
    return top === undefined ? [] : this.rowsAt(rows, indent, this.isItem(top));
  }

  /** Those that begin at a column, with a dash or without; a bracket that closes begins nothing. */
  private rowsAt({ first, last }: Rows, indent: number, isItem: boolean): number[] {
    const rows: number[] = [];
    for (let line = first; line <= last; line++) {
      if (!this.hasContent(line) || this.indentOf(line) !== indent || this.isItem(line) !== isItem) continue;
      if (!/[\]}]/.test(this.at(line, indent))) rows.push(line);
    }
    return rows;
  }

  /** More items before and after it, while there is room: they show how the file is written. */
  private withSiblings(starts: readonly number[], at: number, end: number): Rows {
    const rowsOf = (from: number, to: number): Rows => ({
      first: starts[from] ?? 0,
      last: (starts[to + 1] ?? end + 1) - 1,
    });
    let from = at;
    let to = at;
    while (from > 0 && this.fits(rowsOf(from - 1, to), this.most / 2)) from--;
    while (to + 1 < starts.length && this.fits(rowsOf(from, to + 1))) to++;
    return rowsOf(from, to);
  }

  /** The line without a comment, and without what is said of its value: `key:` of `key: &anchor !tag # why`. */
  private headOf(line: number): string {
    const text = this.lines.textOf(line).slice(0, MAX_LINE);
    for (const [, anchor = ''] of text.matchAll(/&([^\s,[\]{}]+)/g)) this.anchors.push(anchor);
    return text
      .replace(/\s#.*$/, '')
      .replace(/(?:\s+[&!][^\s,[\]{}]*)+\s*$/, '')
      .trimEnd();
  }

  private blockOf({ first, last }: Rows): Block {
    return { start: this.lines.startOf(first), end: this.lines.startOf(last + 1), anchors: this.anchors };
  }

  private fits(rows: Rows, most = this.most): boolean {
    const { start, end } = this.blockOf(rows);
    return end - start <= most;
  }

  private isMark(line: number): boolean {
    const start = this.lines.startOf(line);
    return DOCUMENT_MARK.test(this.lines.text.slice(start, start + 4));
  }

  private hasContent(line: number): boolean {
    return !/[\s#]|^$/.test(this.at(line, this.indentOf(line)));
  }

  private isItem(line: number): boolean {
    const indent = this.indentOf(line);
    return this.at(line, indent) === '-' && /\s|^$/.test(this.at(line, indent + 1));
  }

  private indentOf(line: number): number {
    const start = this.lines.startOf(line);
    let at = start;
    while (this.lines.text[at] === ' ') at++;
    return at - start;
  }

  private at(line: number, column: number): string {
    return this.lines.text[this.lines.startOf(line) + column] ?? '';
  }
}
