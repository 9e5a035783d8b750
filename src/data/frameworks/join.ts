import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { mapAll, refuse, within } from '../../core/publisher/values/results';
import type { MappingRecord } from '../../core/knowledge/records';
import { distinctRows } from '../../core/publisher/facts/merge';
import { keyOf } from './controls';
import { MAPPING_EDITION } from './columns';
import type { EditionTable, TableControl } from './editions';
import type { MappingFile } from '../../core/publisher/mapping/mapping';
import type { MappingRow } from '../../core/publisher/mapping/row';

/**
 * Hangs the rows of a mapping file on the controls, through the file's own numbering: the same id means
 * another control in another edition. Sorted by control, then by technique; no row twice.
 */
export function joinMapping(mapping: MappingFile, table: EditionTable): Result<MappingRecord[]> {
  const numbering = numberingOf(table);
  const controls = new Map(table.controls.map((control) => [control.ids.get(numbering), control]));
  const records = mapAll(mapping.rows, (row) =>
    within(row.control, joinRow(row, controls.get(row.control), table)),
  );
  return records.ok ? success(distinctRows(records.value)) : within(mapping.file, records);
}

/** A table without a numbering of the mapping file has that of its newest edition. */
function numberingOf({ editions }: EditionTable): string {
  return editions.includes(MAPPING_EDITION) ? MAPPING_EDITION : (editions[0] ?? MAPPING_EDITION);
}

function joinRow(
  row: MappingRow,
  control: TableControl | undefined,
  table: EditionTable,
): Result<MappingRecord> {
  if (!control) return refuse('conflict', 'the table of editions does not have this id for the mapping file');
  const title = control.titles.get(MAPPING_EDITION);
  if (row.title !== undefined && title !== undefined && row.title !== title) {
    return refuse('conflict', `is "${row.title}" here, but "${title}" in the table of editions`);
  }
  const { type, technique } = row;
  return success({ control: keyOf(control, table), type, ...(technique === undefined ? {} : { technique }) });
}
