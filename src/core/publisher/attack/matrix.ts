import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { textAt, textsAt } from '../values/fields';
import { byText } from '../values/order';
import { mapAll, together, within } from '../values/results';
import type { BundleObject } from './object';
import { isCurrent } from './status';

interface Matrix {
  readonly name: string;
  readonly inUse: boolean;
  /** STIX ids, from left to right. */
  readonly tactics: readonly string[];
}

/**
 * The tactics of a bundle in the order of its matrices: first those of the matrices in use, then those of
 * the deprecated ones (mobile has one of each), then those that no matrix shows.
 */
export function tacticsInOrder(
  objects: readonly Fields[],
  known: readonly BundleObject[],
): Result<BundleObject[]> {
  const matrices = mapAll(
    objects.filter((object) => object['type'] === 'x-mitre-matrix'),
    (fields) => within('x-mitre-matrix', readMatrix(fields)),
  );
  if (!matrices.ok) return matrices;
  const tactics = new Map(
    known.filter(({ kind }) => kind === 'tactic').map((tactic) => [tactic.stixId, tactic]),
  );
  const shown = matrices.value.sort(byUse).flatMap((matrix) => matrix.tactics);
  const order = new Set([...shown, ...tactics.keys()]);
  return success([...order].map((stixId) => tactics.get(stixId)).filter((tactic) => tactic !== undefined));
}

function readMatrix(fields: Fields): Result<Matrix> {
  return together({
    name: textAt(fields, 'name'),
    inUse: isCurrent(fields),
    tactics: textsAt(fields, 'tactic_refs'),
  });
}

function byUse(a: Matrix, b: Matrix): number {
  return Number(b.inUse) - Number(a.inUse) || byText(a.name, b.name);
}
