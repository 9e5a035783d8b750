import type { AttackChange, AttackStatus } from '../../knowledge/records';
import { sameItems } from '../values/order';

/** All that a version says of one id. */
export interface State {
  readonly name: string;
  readonly status: AttackStatus;
  readonly successors: readonly string[];
  readonly inferred: boolean;
  readonly tactics: readonly string[];
  readonly platforms: readonly string[];
  readonly mitigations: readonly string[];
}

const LISTS = ['successors', 'tactics', 'platforms', 'mitigations'] as const;

/** What differs from the version before; undefined where nothing does. The first entry leaves out what is empty. */
export function changeBetween(
  before: State | undefined,
  after: State,
  version: string,
): AttackChange | undefined {
  const { name, status, inferred } = after;
  const change = {
    version,
    ...(name === before?.name ? {} : { name }),
    ...(status === before?.status ? {} : { status }),
    ...changedList('successors', before, after),
    ...(inferred === (before?.inferred ?? false) ? {} : { inferred }),
    ...changedList('tactics', before, after),
    ...changedList('platforms', before, after),
    ...changedList('mitigations', before, after),
  };
  return Object.keys(change).length > 1 ? change : undefined;
}

function changedList(key: (typeof LISTS)[number], before: State | undefined, after: State) {
  return sameItems(before?.[key] ?? [], after[key]) ? {} : { [key]: after[key] };
}
