/** A file of tab-separated lines: the cells of its header, and the others with their line numbers (from 1). */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export function readTable(text: string): Table {
  const lines = text
    .split(/\r?\n/)
    .map((line, index): TableRow => ({ line: index + 1, cells: line.split('\t') }));
  const [header, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { header: (header?.cells ?? []).map((cell) => cell.trim()), rows };
}
