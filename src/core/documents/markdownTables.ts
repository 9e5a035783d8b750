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

const DELIMITER = /^:?-+:?$/;

/** The texts of a header row, if the line below it is a delimiter row with as many cells. */
export function headersOf(line: string, below: string): string[] | undefined {
  const delimiters = delimitersOf(below);
  if (delimiters.length === 0) return undefined;
  const headers = cellsOf(line);
  return headers.length === delimiters.length ? headers.map(({ text }) => text) : undefined;
}

/** The cells of a delimiter row; none for any other line. */
function delimitersOf(line: string): RowCell[] {
  if (!line.includes('-') || !/[|:]/.test(line)) return [];
  const cells = cellsOf(line);
  return cells.every(({ text }) => DELIMITER.test(text)) ? cells : [];
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
  const column = lastOpeningBy(cells, at);
  if (column < cells.length - 1) return column;
  const pipe = line.indexOf('|', cells[column]?.end ?? 0);
  return pipe >= 0 && pipe < at ? cells.length : column;
}

/** The index of the last cell that begins at or before a place, or -1. */
export function lastOpeningBy(cells: readonly RowCell[], at: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells[middle]?.open ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function cell(line: string, start: number, end: number): RowCell {
  let from = start;
  let to = end;
  while (from < to && line.charCodeAt(from) <= 32) from++;
  while (to > from && line.charCodeAt(to - 1) <= 32) to--;
  return { open: start, start: from, end: to, text: line.slice(from, to) };
}
