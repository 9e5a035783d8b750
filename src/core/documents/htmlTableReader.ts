import type { Cell } from './place';

interface OpenCell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly start: number;
}

type ReadCell = Omit<Cell, 'header' | 'rowLabel' | 'row' | 'isHtml'> & OpenCell & { readonly text: string };

const MAX_SPANNED = 200;
const MAX_TEXT = 2000;

/**
 * Puts the cells of one HTML table in rows and columns. The rows of nothing but `<th>` at the top are its headers;
 * a cell may span columns and rows.
 */
export class HtmlTableReader {
  private open: OpenCell | undefined;
  private cells: ReadCell[] = [];
  private column = 0;
  private row = 0;
  private label = '';
  private readonly headers: string[] = [];
  private isHead = true;
  /** By column: the row at which it is free again. */
  private readonly takenTo: number[] = [];

  constructor(
    private readonly text: string,
    private readonly line: number,
    private readonly found: Cell[],
  ) {}

  /** A tag `<tr>`, `<th>`, `<td>` of the table itself, or the end of one. */
  readTag(tag: string, isEnd: boolean, attributes: string, start: number, length: number): void {
    this.closeCell(start);
    if (tag === 'tr') this.finishRow();
    else if (!isEnd) {
      const columns = spanned(attributes, /\bcolspan\s*=\s*["']?(\d+)/i);
      const rows = spanned(attributes, /\browspan\s*=\s*["']?(\d+)/i);
      this.open = { isHeader: tag === 'th', columns, rows, start: start + length };
    }
  }

  finish(end: number): void {
    this.closeCell(end);
    this.finishRow();
  }

  private closeCell(end: number): void {
    const { open } = this;
    if (!open) return;
    this.open = undefined;
    while ((this.takenTo[this.column] ?? 0) > this.row) this.column++;
    const inner = this.text.slice(open.start, end);
    const start = open.start + (inner.length - inner.trimStart().length);
    this.cells.push({
      ...open,
      start,
      end: Math.max(start, open.start + inner.trimEnd().length),
      column: this.column,
      table: this.line,
      text: plainText(inner),
    });
    for (let count = 0; count < open.columns; count++) this.takenTo[this.column++] = this.row + open.rows;
  }

  private finishRow(): void {
    const { cells } = this;
    if (cells.length === 0) return;
    this.isHead &&= cells.every(({ isHeader }) => isHeader);
    if (cells[0]?.column === 0) this.label = cells[0].text;
    const row = cells[0]?.start ?? 0;
    for (const cell of cells) this.place(cell, row);
    this.cells = [];
    this.column = 0;
    this.row++;
  }

  private place({ start, end, column, table, text, columns }: ReadCell, row: number): void {
    const header = this.isHead ? '' : (this.headers[column] ?? '');
    const rowLabel = this.isHead || column === 0 ? '' : this.label;
    this.found.push({ start, end, column, header, rowLabel, table, row, isHtml: true });
    if (this.isHead) for (let count = 0; count < columns; count++) this.headers[column + count] = text;
  }
}

function spanned(attributes: string, pattern: RegExp): number {
  return Math.min(MAX_SPANNED, Math.max(1, Number(pattern.exec(attributes)?.[1] ?? 1)));
}

/** The text without tags, in one line, as far as anybody reads it. */
function plainText(html: string): string {
  const texts: string[] = [];
  let length = 0;
  for (let at = 0; at < html.length && length < MAX_TEXT;) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    texts.push(html.slice(at, end));
    length += end - at;
    if (open < 0) break;
    at = endOfMarkup(html, open);
    texts.push(at > open + 1 ? ' ' : '<');
  }
  return texts.join('').slice(0, MAX_TEXT).replace(/\s+/g, ' ').trim();
}

/** Behind the tag or comment that begins at the offset, or behind its first character if it is neither. */
function endOfMarkup(html: string, open: number): number {
  const isComment = html.startsWith('<!--', open);
  if (!isComment && !/^<\/?[a-z]/i.test(html.slice(open, open + 3))) return open + 1;
  const close = html.indexOf(isComment ? '-->' : '>', open + 1);
  if (close >= 0) return close + (isComment ? 3 : 1);
  return html.length;
}
