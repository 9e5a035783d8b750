import type { Fields } from '../values/fields';
import { flagAt, textsAt } from '../values/fields';
import { byText } from '../values/order';
import type { Result } from '../values/result';
import { mapAll, succeed, within } from '../values/result';
import type { BundleObject } from './object';

/** STIX ids of the tactics of a matrix, from left to right. */
interface Matrix {
  readonly name: string;
  readonly retired: boolean;
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
  return succeed([...order].map((stixId) => tactics.get(stixId)).filter((tactic) => tactic !== undefined));
}

function readMatrix(fields: Fields): Result<Matrix> {
  const tactics = textsAt(fields, 'tactic_refs');
  const revoked = flagAt(fields, 'revoked');
  const deprecated = flagAt(fields, 'x_mitre_deprecated');
  if (!tactics.ok) return tactics;
  if (!revoked.ok) return revoked;
  if (!deprecated.ok) return deprecated;
  return succeed({
    name: String(fields['name']),
    retired: revoked.value || deprecated.value,
    tactics: tactics.value,
  });
}

function byUse(a: Matrix, b: Matrix): number {
  return Number(a.retired) - Number(b.retired) || byText(a.name, b.name);
}
