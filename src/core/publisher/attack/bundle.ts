import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { quote } from '../values/fields';
import { groupBy } from '../values/order';
import { mapAll, within, wrong } from '../values/results';
import { isImported } from './identity';
import type { BundleObject } from './object';
import { readObject } from './object';
import type { Relationship } from './relationship';
import { readRelationship } from './relationship';

/** The objects of the imported kinds, each id once. */
export function readObjects(objects: readonly Fields[]): Result<BundleObject[]> {
  const read = mapAll(objects, (fields): Result<BundleObject | undefined> => {
    const { type, id } = fields;
    return isImported(type) ? within(quote(id), readObject(type, fields)) : success(undefined);
  });
  if (!read.ok) return read;
  const known = read.value.filter((object) => object !== undefined);
  return mapAll(groupBy(known, ({ id }) => id).values(), theOne);
}

/** A current object beats a retired one that had its id before. */
function theOne(objects: readonly BundleObject[]): Result<BundleObject> {
  const current = objects.filter(({ status }) => status === 'current');
  const [first, second] = current.length > 0 ? current : objects;
  if (first && !second) return success(first);
  return wrong(`${first?.id} stands twice, as ${quote(first?.stixId)} and as ${quote(second?.stixId)}`);
}

/** The relations of the imported kinds that hold. */
export function readRelationships(objects: readonly Fields[]): Result<Relationship[]> {
  const relationships = objects.filter(({ type }) => type === 'relationship');
  const read = mapAll(relationships, (fields) => within(quote(fields['id']), readRelationship(fields)));
  return read.ok ? success(read.value.filter((relationship) => relationship !== undefined)) : read;
}
