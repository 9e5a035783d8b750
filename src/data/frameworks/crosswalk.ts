import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { mapAll, refuse, within, wrong } from '../../core/publisher/values/results';
import type { LegacyRecord } from '../../core/knowledge/records';
import { quote } from '../../core/publisher/values/fields';
import { byText, groupBy, sortedSet } from '../../core/publisher/values/order';
import type { EditionTable } from './editions';
import type { FrameworkSpec } from './spec';
import type { Table, TableRow } from './table';

/** Which ids of one edition took over from which of an earlier one. */
export interface Crosswalk {
  readonly edition: string;
  readonly toEdition: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly from: string;
  readonly to: string;
}

/** `ccm_3_0_1_id` */
const COLUMN = /^([a-z0-9]+)_(\d+(?:_\d+)*)_id$/;

/** A crosswalk has two columns of ids of the same framework. */
export function isCrosswalk({ header }: Table, spec: FrameworkSpec): boolean {
  return header.length === 2 && header.every((cell) => COLUMN.exec(cell)?.[1] === spec.record.key);
}

export function readCrosswalk(table: Table, spec: FrameworkSpec): Result<Crosswalk> {
  const [edition = '', toEdition = ''] = table.header.map((cell) =>
    COLUMN.exec(cell)?.[2]?.replaceAll('_', '.'),
  );
  const steps = mapAll(table.rows, (row) => within(`line ${row.line}`, readStep(row, spec)));
  if (!steps.ok) return steps;
  return success({ edition, toEdition, steps: steps.value.filter((step) => step !== undefined) });
}

/** Undefined for a control that took over from none. */
function readStep({ cells }: TableRow, spec: FrameworkSpec): Result<Step | undefined> {
  if (cells.length !== 2) return wrong(`has ${cells.length} cells, not 2`);
  const [from = '', to = ''] = cells.map((cell) => cell.replaceAll(/\s+/g, ''));
  if (!spec.controlId.test(to)) return wrong(`${quote(to)} is no id of ${spec.record.name}`);
  if (from.toLowerCase() === 'nomapping') return success(undefined);
  return spec.controlId.test(from)
    ? success({ from, to })
    : wrong(`${quote(from)} is no id of ${spec.record.name}`);
}

/** Sorted by id. */
export function legacyRecords(crosswalks: readonly Crosswalk[], table: EditionTable): Result<LegacyRecord[]> {
  const records = mapAll(crosswalks, (crosswalk) => legacyOf(crosswalk, table));
  if (!records.ok) return records;
  return success(records.value.flat().sort((a, b) => byText(a.id, b.id) || byText(a.edition, b.edition)));
}

function legacyOf({ edition, toEdition, steps }: Crosswalk, table: EditionTable): Result<LegacyRecord[]> {
  const known = new Set(table.controls.map(({ ids }) => ids.get(toEdition)));
  const stray = steps.find(({ to }) => !known.has(to));
  if (stray) return refuse('conflict', `crosswalk: ${stray.to} is no control of edition ${toEdition}`);
  const byId = groupBy(steps, ({ from }) => from);
  return success(
    [...byId].map(([id, group]) => ({
      id,
      edition,
      successors: sortedSet(group.map(({ to }) => to)),
      toEdition,
    })),
  );
}
