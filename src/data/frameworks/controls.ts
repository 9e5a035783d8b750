import type { ControlRecord, DomainRecord, EditionRecord } from '../../core/knowledge/records';
import { byText, sortedSet } from '../values/order';
import type { Result } from '../values/result';
import { fail, mapAll, succeed } from '../values/result';
import type { EditionTable, TableControl } from './editions';
import { MAPPING_EDITION } from './editions';
import type { FrameworkSpec } from './spec';

/** `IAM-13@4.1`: the id in the newest edition that has the control, and that edition. */
export function keyOf(control: TableControl, table: EditionTable): string {
  return home(control, table).join('@');
}

export function controlRecords(table: EditionTable, spec: FrameworkSpec): ControlRecord[] {
  const codes = codesByEdition(table, spec);
  return table.controls
    .map((control) => {
      const [id, edition] = home(control, table);
      const code = codeOf(id, spec);
      const domain = [...codes].find(([, older]) => older.get(edition) === code)?.[0] ?? code;
      return {
        key: keyOf(control, table),
        domain,
        ids: inOrder(control.ids),
        titles: inOrder(control.titles),
      };
    })
    .sort((a, b) => byText(a.key, b.key));
}

export function editionRecords(
  table: EditionTable,
  spec: FrameworkSpec,
  mappingVersion: string,
): EditionRecord[] {
  return table.editions.map((id) => ({
    id,
    label: id === MAPPING_EDITION ? `the mapping file (${mappingVersion})` : `${spec.shortName} ${id}`,
    count: table.controls.filter(({ ids }) => ids.has(id)).length,
  }));
}

/** Sorted by code. */
export function domainRecords(
  controls: readonly ControlRecord[],
  table: EditionTable,
  names: ReadonlyMap<string, string>,
  spec: FrameworkSpec,
): Result<DomainRecord[]> {
  const codes = codesByEdition(table, spec);
  return mapAll(sortedSet(controls.map(({ domain }) => domain)), (code) => {
    const name = names.get(code);
    if (name === undefined) return fail('missing', `the mapping file has no name for the domain ${code}`);
    const older = codes.get(code);
    return succeed({ code, name, ...(older ? { codes: Object.fromEntries(older) } : {}) });
  });
}

/** By today's code of a domain: the other codes that editions use for it. */
function codesByEdition(table: EditionTable, spec: FrameworkSpec): Map<string, Map<string, string>> {
  const codes = new Map<string, Map<string, string>>();
  for (const control of table.controls) {
    const code = codeOf(home(control, table)[0], spec);
    for (const [edition, id] of control.ids) {
      const other = codeOf(id, spec);
      if (other === code || isInUse(code, edition, table, spec)) continue;
      codes.set(code, (codes.get(code) ?? new Map<string, string>()).set(edition, other));
    }
  }
  return codes;
}

/** A control may move to another domain; a code is another one's successor only where that edition lacks it. */
function isInUse(code: string, edition: string, table: EditionTable, spec: FrameworkSpec): boolean {
  return table.controls.some(({ ids }) => codeOf(ids.get(edition) ?? '', spec) === code);
}

function codeOf(id: string, spec: FrameworkSpec): string {
  return spec.controlId.exec(id)?.[1] ?? '';
}

function home({ ids }: TableControl, { editions }: EditionTable): readonly [id: string, edition: string] {
  const edition = editions.find((candidate) => ids.has(candidate)) ?? '';
  return [ids.get(edition) ?? '', edition];
}

/** Editions come from a header of digits and dots, so no key is an index or a member of Object. */
function inOrder(byEdition: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(byEdition);
}
