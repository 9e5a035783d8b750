import { asText } from '../values/fields';
import { byVersion } from '../values/order';
import type { Result } from '../values/result';
import { mapAll, succeed, within, wrong } from '../values/result';
import type { FrameworkSpec } from './spec';
import type { Table, TableRow } from './table';

/** The numbering that the mapping file uses. */
export const MAPPING_EDITION = 'mapping';

/** What the controls of a framework are called in each edition. */
export interface EditionTable {
  /** Newest first, the mapping file's numbering last. */
  readonly editions: readonly string[];
  readonly controls: readonly TableControl[];
}

export interface TableControl {
  /** By edition; an edition that lacks the control is not in it. */
  readonly ids: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

/** `id_4_1`, `title_in_mapping_file` */
const COLUMN = /^(id|title)_(?:(\d+(?:_\d+)*)|in_mapping_file)$/;

/** A table of editions has nothing but columns of ids and of titles. */
export function isEditionTable({ header }: Table): boolean {
  return header.length > 1 && header.every((cell) => COLUMN.test(cell));
}

export function readEditionTable(table: Table, spec: FrameworkSpec): Result<EditionTable> {
  const columns = readColumns(table.header);
  if (!columns.ok) return columns;
  const controls = mapAll(table.rows, (row) =>
    within(`line ${row.line}`, readControl(row, table.header.length, columns.value, spec)),
  );
  if (!controls.ok) return controls;
  const editions = columns.value.map(({ edition }) => edition);
  const twice = editions
    .map((edition) => idTwice(edition, controls.value))
    .find((problem) => problem !== undefined);
  return twice === undefined ? succeed({ editions, controls: controls.value }) : wrong(twice);
}

interface Columns {
  readonly edition: string;
  readonly id: number;
  readonly title: number;
}

function readColumns(header: readonly string[]): Result<Columns[]> {
  const editions = [...new Set(header.map(editionOf))].sort(newestFirst);
  const columns = editions.map((edition) => ({
    edition,
    id: header.findIndex((cell) => cell.startsWith('id_') && editionOf(cell) === edition),
    title: header.findIndex((cell) => cell.startsWith('title_') && editionOf(cell) === edition),
  }));
  const partial = columns.find(({ id, title }) => id < 0 || title < 0);
  if (partial) return wrong(`edition ${partial.edition} has no column of ids, or none of titles`);
  if (columns.length * 2 !== header.length) return wrong('a column stands twice');
  return succeed(columns);
}

function editionOf(cell: string): string {
  return COLUMN.exec(cell)?.[2]?.replaceAll('_', '.') ?? MAPPING_EDITION;
}

function newestFirst(a: string, b: string): number {
  if (a === MAPPING_EDITION || b === MAPPING_EDITION)
    return Number(a === MAPPING_EDITION) - Number(b === MAPPING_EDITION);
  return byVersion(b, a);
}

function readControl(
  row: TableRow,
  width: number,
  columns: readonly Columns[],
  spec: FrameworkSpec,
): Result<TableControl> {
  if (row.cells.length !== width) return wrong(`has ${row.cells.length} cells, not ${width}`);
  const ids = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const { edition, ...column } of columns) {
    const id = (row.cells[column.id] ?? '').trim();
    const title = (row.cells[column.title] ?? '').trim();
    if (id === '' && title === '') continue;
    if (!spec.controlId.test(id)) return wrong(`"${id.slice(0, 40)}" is no id of ${spec.record.name}`);
    const cleaned = within(`title of ${id}`, asText(title));
    if (!cleaned.ok) return cleaned;
    ids.set(edition, id);
    titles.set(edition, cleaned.value);
  }
  return ids.size > 0 ? succeed({ ids, titles }) : wrong('names no control');
}

function idTwice(edition: string, controls: readonly TableControl[]): string | undefined {
  const seen = new Set<string>();
  for (const { ids } of controls) {
    const id = ids.get(edition);
    if (id !== undefined && seen.has(id)) return `${id} stands twice in edition ${edition}`;
    if (id !== undefined) seen.add(id);
  }
  return undefined;
}
