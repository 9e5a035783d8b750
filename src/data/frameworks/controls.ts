import type { ControlRecord, DomainRecord, EditionRecord } from '../../core/knowledge/records';
import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { byId, sortedSet } from '../../core/publisher/values/order';
import { mapAll, refuse } from '../../core/publisher/values/results';
import type { OtherCode } from './codes';
import { codeOf, homeOf, otherCodes } from './codes';
import { MAPPING_EDITION } from './columns';
import type { EditionTable, TableControl } from './editions';
import type { FrameworkSpec } from './spec';

/** `IAM-13@4.1` */
export function keyOf(control: TableControl, table: EditionTable): string {
  const { id, edition } = homeOf(control, table);
  return `${id}@${edition}`;
}

/** Sorted by key. */
export function controlRecords(table: EditionTable, spec: FrameworkSpec): ControlRecord[] {
  const others = [...otherCodes(table, spec).values()].flat();
  const records = table.controls.map((control) => ({
    key: keyOf(control, table),
    domain: domainOf(control, table, others, spec),
    ids: Object.fromEntries(control.ids),
    titles: Object.fromEntries(control.titles),
  }));
  return records.sort((a, b) => byId(a.key, b.key));
}

/** The code as the newest edition has it, for a control too that only an older edition had. */
function domainOf(
  control: TableControl,
  table: EditionTable,
  others: readonly OtherCode[],
  spec: FrameworkSpec,
): string {
  const home = homeOf(control, table);
  const code = codeOf(home.id, spec);
  return others.find(({ edition, other }) => edition === home.edition && other === code)?.code ?? code;
}

export function editionRecords(table: EditionTable, spec: FrameworkSpec): EditionRecord[] {
  return table.editions.map((id) => ({
    id,
    label: id === MAPPING_EDITION ? 'the mapping file' : `${spec.shortName} ${id}`,
    count: table.controls.filter(({ ids }) => ids.has(id)).length,
  }));
}

/** Sorted by code. */
export function domainRecords(
  table: EditionTable,
  names: ReadonlyMap<string, string>,
  spec: FrameworkSpec,
): Result<DomainRecord[]> {
  const others = otherCodes(table, spec);
  const codes = sortedSet(controlRecords(table, spec).map(({ domain }) => domain));
  return mapAll(codes, (code) => {
    const name = names.get(code);
    if (name === undefined) return refuse('missing', `the mapping file has no name for the domain ${code}`);
    const older = others.get(code)?.map(({ edition, other }) => [edition, other] as const);
    return success({ code, name, ...(older ? { codes: Object.fromEntries(older) } : {}) });
  });
}
