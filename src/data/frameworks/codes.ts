import { groupBy } from '../../core/publisher/values/order';
import type { EditionTable, TableControl } from './editions';
import type { FrameworkSpec } from './spec';

/** The id in the newest edition that has the control, and that edition. */
export interface Home {
  readonly id: string;
  readonly edition: string;
}

export function homeOf({ ids }: TableControl, { editions }: EditionTable): Home {
  const edition = editions.find((candidate) => ids.has(candidate)) ?? '';
  return { id: ids.get(edition) ?? '', edition };
}

export function codeOf(id: string, spec: FrameworkSpec): string {
  return spec.controlId.exec(id)?.[1] ?? '';
}

/** An edition that has another code for a domain: `I&S`, which is `IVS` in 4.0. */
export interface OtherCode {
  readonly code: string;
  readonly edition: string;
  readonly other: string;
}

/**
 * The other codes of the domains, by today's. A code is another one's only in an edition that does not use
 * today's at all: where both are in use, a control has moved from one domain to the other.
 */
export function otherCodes(table: EditionTable, spec: FrameworkSpec): Map<string, OtherCode[]> {
  const found = new Map<string, OtherCode>();
  for (const control of table.controls) {
    const code = codeOf(homeOf(control, table).id, spec);
    for (const [edition, id] of control.ids) {
      const other = codeOf(id, spec);
      if (other === code || isInUse(code, edition, table, spec)) continue;
      found.set(`${code}@${edition}`, { code, edition, other });
    }
  }
  return groupBy(found.values(), ({ code }) => code);
}

function isInUse(code: string, edition: string, table: EditionTable, spec: FrameworkSpec): boolean {
  return table.controls.some(({ ids }) => codeOf(ids.get(edition) ?? '', spec) === code);
}
