import type { Place } from '../documents/place';
import { frameworkDescriptor } from '../frameworks/registry';
import { ATTACK, domainOf } from '../identifiers/grammar';
import type { LocatedCandidate } from './locate';

/** Known ids that stand together. */
export interface CoOccurrence {
  /** Domains of the controls. */
  readonly domains: ReadonlySet<string>;
  /** Number of techniques. */
  readonly techniques: number;
}

interface Group {
  readonly domains: Set<string>;
  techniques: number;
}

const NOBODY: CoOccurrence = { domains: new Set(), techniques: 0 };

/** Which known ids of a document stand together. */
export class CoOccurrences {
  private readonly nearGroups = new Map<number, Group>();
  private readonly rowGroups = new Map<number, Group>();
  /** The whole document. */
  readonly all: Group = { domains: new Set(), techniques: 0 };
  /** A sub-technique or a tactic stands somewhere: nothing else is written so, while `T1036` may be a form. */
  hasUnmistakable = false;

  constructor(located: readonly LocatedCandidate[]) {
    for (const each of located) {
      if (!each.isKnown) continue;
      count(this.all, each);
      this.hasUnmistakable ||= UNMISTAKABLE.test(each.candidate.id);
      count(groupAt(this.nearGroups, nearKey(each.place)), each);
      count(groupAt(this.rowGroups, rowKey(each.place)), each);
    }
  }

  /** Those in the same cell, under the same key, or on the same line. */
  near(place: Place): CoOccurrence {
    return this.nearGroups.get(nearKey(place)) ?? NOBODY;
  }

  /** Those in the same row, in the same mapping, or on the same line. */
  beside(place: Place): CoOccurrence {
    return this.rowGroups.get(rowKey(place)) ?? NOBODY;
  }
}

const UNMISTAKABLE = /^T(?:A|\d{4}\.)/;

function count(group: Group, { candidate }: LocatedCandidate): void {
  if (candidate.family !== ATTACK && !frameworkDescriptor(candidate.family).mustBeNamed)
    group.domains.add(domainOf(candidate.id));
  if (candidate.family === ATTACK && candidate.id.startsWith('T')) group.techniques++;
}

function groupAt(groups: Map<number, Group>, key: number): Group {
  const known = groups.get(key);
  if (known) return known;
  const group: Group = { domains: new Set(), techniques: 0 };
  groups.set(key, group);
  return group;
}

/** Numbers that tell cells, keys and lines apart: the last digit says which it is. */
const CELL = 0;
const KEY = 1;
const LINE = 2;
const MAX_WIDTH = 100_000;

function nearKey(place: Place): number {
  if (place.cell) return place.cell.start * 10 + CELL;
  const [key] = place.keys;
  return key ? (key.line * MAX_WIDTH + key.column) * 10 + KEY : place.line * 10 + LINE;
}

function rowKey(place: Place): number {
  if (place.cell) return place.cell.row * 10 + CELL;
  const named = place.keys.findIndex((key) => key.name !== '');
  if (named < 0) return place.line * 10 + LINE;
  const holder = place.keys[named + 1];
  return holder ? (holder.line * MAX_WIDTH + holder.column) * 10 + KEY : -1;
}
