import type { Cell, Row } from './place';

/** The row whose cells are those given. */
export function rowOf(cells: readonly Cell[]): Row | undefined {
  const [first, last] = [cells[0], cells.at(-1)];
  return first && last && { start: first.start, end: last.end, cells };
}

/** Finds the row of a cell in all cells of a document's tables; the last one is kept, since a row is asked for often. */
export class Rows {
  private last: Row | undefined;

  /** The cells are in order, so that those of a row are one after the other. */
  constructor(private readonly cells: readonly Cell[]) {}

  at(index: number): Row | undefined {
    const { cells } = this;
    const row = cells[index]?.row;
    if (row === undefined) return undefined;
    if (this.last?.cells[0]?.row === row) return this.last;
    let [first, end] = [index, index + 1];
    while (cells[first - 1]?.row === row) first--;
    while (cells[end]?.row === row) end++;
    this.last = rowOf(cells.slice(first, end));
    return this.last;
  }
}
