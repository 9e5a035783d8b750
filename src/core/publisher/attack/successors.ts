import { sortedSet } from '../values/order';

/** Where a revoked id leads to. */
export interface Succession {
  readonly successors: readonly string[];
  /** The publisher did not name one of the steps. */
  readonly inferred: boolean;
}

/** One `revoked-by`, between ATT&CK ids. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly inferred: boolean;
}

/**
 * Follows every chain to its end: the first id that is not revoked, or has no successor.
 * A loop has no end, so it gives none.
 */
export function successionOf(start: string, stepsFrom: (id: string) => readonly Step[]): Succession {
  const seen = new Set([start]);
  const ends = new Set<string>();
  const ahead = [...stepsFrom(start)];
  let inferred = false;
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    inferred ||= step.inferred;
    if (seen.has(step.to)) continue;
    seen.add(step.to);
    const further = stepsFrom(step.to);
    if (further.length === 0) ends.add(step.to);
    for (const next of further) ahead.push(next);
  }
  return { successors: sortedSet(ends), inferred: inferred && ends.size > 0 };
}
