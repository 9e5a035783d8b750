import type { LineIndex } from '../text/lines';
import { lastStartingBy } from '../text/span';
import { HtmlTableReader } from './htmlTableReader';
import type { Cell, Row } from './place';
import { Rows } from './rows';

const TABLE = /<table\b/gi;
/** A comment, or what begins a tag that matters to tables. */
const TAG = /<!--|<(\/?)(table|tr|th|td)\b/gi;

/**
 * The cells of `<table>` in Markdown, with the headers of their columns as pipe tables have them. A table inside a
 * cell is part of the cell.
 */
export class HtmlTables {
  private readonly cells: Cell[] = [];
  private readonly rows = new Rows(this.cells);

  /** Looks for tables from an offset on, in the lines that are HTML. */
  constructor(
    private readonly lines: LineIndex,
    from: number,
    isHtml: (line: number) => boolean,
  ) {
    const { text } = lines;
    TABLE.lastIndex = from;
    for (let match = TABLE.exec(text); match; match = TABLE.exec(text)) {
      const line = lines.lineAt(match.index);
      if (isHtml(line)) TABLE.lastIndex = this.readTable(text, match.index, line);
    }
  }

  /** The cell that holds the offset, with its text up to the end of the offset's line. */
  cellAt(offset: number): Cell | undefined {
    const cell = this.cells[lastStartingBy(this.cells, offset)];
    if (!cell || offset > cell.end) return undefined;
    const lineEnd = this.lines.endOf(this.lines.lineAt(offset));
    return lineEnd < cell.end ? { ...cell, end: lineEnd } : cell;
  }

  /** The row of the cell that holds the offset. */
  rowAt(offset: number): Row | undefined {
    return this.rows.at(lastStartingBy(this.cells, offset));
  }

  /** Gives back the offset after the table: one that is never closed goes on to the end. */
  private readTable(text: string, start: number, line: number): number {
    const reader = new HtmlTableReader(text, line, this.cells);
    let depth = 0;
    TAG.lastIndex = start;
    for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
      const [begun, slash, tag] = match;
      const behind = match.index + begun.length;
      const end = tag === undefined ? text.indexOf('-->', behind) : text.indexOf('>', behind);
      if (end < 0) break; // nothing is closed from here on
      TAG.lastIndex = tag === undefined ? end : end + 1;
      if (tag === undefined) continue;
      const isEnd = slash === '/';
      if (tag.toLowerCase() === 'table') depth += isEnd ? -1 : 1;
      else if (depth === 1)
        reader.readTag(tag.toLowerCase(), isEnd, text.slice(behind, end), match.index, end + 1 - match.index);
      if (depth > 0) continue;
      reader.finish(match.index);
      return end + 1;
    }
    reader.finish(text.length);
    return text.length;
  }
}
