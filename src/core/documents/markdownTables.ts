/** A cell of a row: its place in the line, without the space around it, and its text. */
export interface RowCell {
  /** Behind the pipe that begins it. */
  readonly open: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A table of GFM: its rows are the lines from the header on that are lines of a table. */
export interface PipeTable {
  /** Offset of the header line. */
  readonly start: number;
  readonly headerLine: number;
  readonly headers: readonly string[];
}

const DELIMITER_ROW = /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*(?::?-+:?)?\s*$/;

/** `| --- | :-: |`; a pipe or a colon tells it from the underline of a heading. */
export function isDelimiterRow(line: string): boolean {
  return line.includes('-') && /[|:]/.test(line) && DELIMITER_ROW.test(line);
}

/** The texts of a header row, where the line below it is a delimiter row with as many cells. */
export function headersOf(line: string, below: string): string[] | undefined {
  if (!isDelimiterRow(below)) return undefined;
  const headers = cellsOf(line);
  if (headers.length === 0 || headers.length !== cellsOf(below).length) return undefined;
  return headers.map(({ text }) => text);
}

/** The cells of a table row: `| a | b \| c |` has two. As in GFM, a pipe splits even inside a code span unless escaped. */
export function cellsOf(line: string): RowCell[] {
  const cells: RowCell[] = [];
  const first = line.search(/\S/);
  if (first < 0) return cells;
  const end = line.trimEnd().length;
  let start = line[first] === '|' ? first + 1 : first;
  for (let at = start; at < end; at++) {
    const character = line[at];
    if (character === '\\') at++;
    else if (character === '|') {
      cells.push(cell(line, start, at));
      start = at + 1;
    }
  }
  if (start < end) cells.push(cell(line, start, end));
  return cells;
}

/**
 * The column of a place in a row, -1 before the first. A place in an empty cell is in that one, and one behind the last
 * pipe in a cell that something written there would begin.
 */
export function columnAt(line: string, cells: readonly RowCell[], at: number): number {
  const column = cells.findLastIndex(({ open }) => open <= at);
  if (column < cells.length - 1) return column;
  const isBehind = line.slice(cells[column]?.end ?? 0, Math.max(0, at)).includes('|');
  return isBehind ? cells.length : column;
}

function cell(line: string, start: number, end: number): RowCell {
  let from = start;
  let to = end;
  while (from < to && line.charCodeAt(from) <= 32) from++;
  while (to > from && line.charCodeAt(to - 1) <= 32) to--;
  return { open: start, start: from, end: to, text: line.slice(from, to) };
}
