import type { LineIndex } from '../text/lines';
import type { Cell } from './place';

interface RawCell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How many columns it spans. */
  readonly columns: number;
}

const MAX_COLUMNS = 100;
/** What may stand right before the bar of a cell: how far it spans, how it is aligned, what it holds. */
const SPEC = /(?<=^|\s)(?:(\d{1,3})?(?:\.\d{1,3})?[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?$/;
const MAX_SPEC = 12;

/** The number of columns that `[cols="1,2a,3"]` or `[cols=3*]` gives; 0 where nothing does. */
export function columnsOf(attributes: string): number {
  const cols = /\bcols\s*=\s*(?:"([^"]*)"|([\w*.,<^>]+))/.exec(attributes);
  const list = cols?.[1] ?? cols?.[2];
  if (list === undefined) return 0;
  const count = list
    .split(/[,;]/)
    .reduce((sum, each) => sum + Number(/^\s*(\d{1,3})\*/.exec(each)?.[1] ?? 1), 0);
  return Math.min(MAX_COLUMNS, count);
}

/** The cells of the table whose bars stand on the lines `open` and `close`. */
export function readAsciiDocTable(
  lines: LineIndex,
  open: number,
  close: number,
  columns: number,
  attributes: string,
): Cell[] {
  const raw = rawCells(lines, open, close);
  const first = open + 1;
  const firstEnd = lines.endOf(first);
  const width = columns > 0 ? columns : Math.max(1, widthOf(raw.filter(({ start }) => start <= firstEnd)));
  const isHeaded =
    /\bheader\b/.test(attributes) ||
    (first + 1 < close && lines.textOf(first).trim() !== '' && lines.textOf(first + 1).trim() === '');
  return placed(raw, open, width, isHeaded);
}

function widthOf(cells: readonly RawCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.columns, 0);
}

/** A cell goes on to the next bar, over lines as well; a bar behind a backslash is text. */
function rawCells(lines: LineIndex, open: number, close: number): RawCell[] {
  const { text } = lines;
  const from = lines.startOf(open + 1);
  const to = close < lines.count ? lines.startOf(close) : text.length;
  const cells: RawCell[] = [];
  let begin = -1; // behind the bar of the cell that is open
  let columns = 1;
  for (let bar = text.indexOf('|', from); bar >= 0 && bar < to; bar = text.indexOf('|', bar + 1)) {
    if (text[bar - 1] === '\\') continue;
    const near = text.slice(Math.max(from, begin, bar - MAX_SPEC), bar);
    const spec = SPEC.exec(near);
    if (begin >= 0) cells.push(rawCell(text, begin, bar - (spec?.[0].length ?? 0), columns));
    begin = bar + 1;
    columns = Math.min(MAX_COLUMNS, Math.max(1, Number(spec?.[1] ?? 1)));
  }
  if (begin >= 0) cells.push(rawCell(text, begin, to, columns));
  return cells;
}

/** Without the space around it. */
function rawCell(text: string, begin: number, end: number, columns: number): RawCell {
  const inner = text.slice(begin, end);
  const start = begin + (inner.length - inner.trimStart().length);
  const stop = Math.max(start, begin + inner.trimEnd().length);
  return { start, end: stop, text: text.slice(start, stop).replace(/\s+/g, ' '), columns };
}

function placed(raw: readonly RawCell[], table: number, width: number, isHeaded: boolean): Cell[] {
  const headers: string[] = [];
  const cells: Cell[] = [];
  let column = 0;
  let row = 0; // the number of the row
  let rowStart = 0;
  let label = '';
  for (const { start, end, text, columns } of raw) {
    if (column === 0) [rowStart, label] = [start, text];
    const isHeader = isHeaded && row === 0;
    if (isHeader) headers[column] = text;
    const header = isHeader ? '' : (headers[column] ?? '');
    const rowLabel = isHeader || column === 0 ? '' : label;
    cells.push({ start, end, column, header, rowLabel, table, row: rowStart, isHtml: false });
    column += columns;
    if (column < width) continue;
    column = 0;
    row++;
  }
  return cells;
}
