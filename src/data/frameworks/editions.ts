import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { asText, quote } from '../../core/publisher/values/fields';
import { mapAll, within, wrong } from '../../core/publisher/values/results';
import type { Columns } from './columns';
import { readColumns } from './columns';
import type { FrameworkSpec } from './spec';
import type { Table, TableRow } from './table';

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

export function readEditionTable(table: Table, spec: FrameworkSpec): Result<EditionTable> {
  const columns = readColumns(table.header);
  if (!columns.ok) return columns;
  if (table.rows.length === 0) return wrong('holds no control');
  const controls = mapAll(table.rows, (row) =>
    within(`line ${row.line}`, readControl(row, table.header.length, columns.value, spec)),
  );
  if (!controls.ok) return controls;
  const editions = columns.value.map(({ edition }) => edition);
  const distinct = mapAll(editions, (edition) =>
    within(`edition ${edition}`, eachOnce(edition, controls.value)),
  );
  return distinct.ok ? success({ editions, controls: controls.value }) : distinct;
}

function readControl(
  row: TableRow,
  width: number,
  columns: readonly Columns[],
  spec: FrameworkSpec,
): Result<TableControl> {
  if (row.cells.length !== width) return wrong(`has ${row.cells.length} cells, not ${width}`);
  const named = mapAll(columns, (column) => readName(row, column, spec));
  if (!named.ok) return named;
  const names = named.value.filter((name) => name !== undefined);
  if (names.length === 0) return wrong('names no control');
  return success({
    ids: new Map(names.map(({ edition, id }) => [edition, id])),
    titles: new Map(names.map(({ edition, title }) => [edition, title])),
  });
}

interface Name {
  readonly edition: string;
  readonly id: string;
  readonly title: string;
}

/** Undefined where the edition lacks the control. */
function readName(
  row: TableRow,
  { edition, ...column }: Columns,
  spec: FrameworkSpec,
): Result<Name | undefined> {
  const id = row.cells[column.id]?.trim() ?? '';
  const title = row.cells[column.title]?.trim() ?? '';
  if (id === '' && title === '') return success(undefined);
  if (!spec.controlId.test(id)) return wrong(`${quote(id)} is no id of ${spec.record.name}`);
  const text = within(`title of ${id}`, asText(title));
  return text.ok ? success({ edition, id, title: text.value }) : text;
}

function eachOnce(edition: string, controls: readonly TableControl[]): Result<void> {
  const ids = controls.map((control) => control.ids.get(edition)).filter((id) => id !== undefined);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? success(undefined) : wrong(`${twice} stands twice`);
}
