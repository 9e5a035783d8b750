/** A cell of a row: its place in the line, without the space around it, and its text. */
export interface RowCell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `| --- | :-: |` */
export function isDelimiterRow(line: string): boolean {
  return (
    line.includes('-') && /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*(?::?-+:?)?\s*$/.test(line) && line.includes('|')
  );
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

function cell(line: string, start: number, end: number): RowCell {
  let from = start;
  let to = end;
  while (from < to && line.charCodeAt(from) <= 32) from++;
  while (to > from && line.charCodeAt(to - 1) <= 32) to--;
  return { start: from, end: to, text: line.slice(from, to) };
}
