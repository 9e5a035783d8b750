import type { AttackDomain } from '../../core/knowledge/records';
import type { Fields } from '../values/fields';
import { fieldsAt } from '../values/fields';
import { groupBy, sortedSet } from '../values/order';
import type { Result } from '../values/result';
import { mapAll, succeed, within, wrong } from '../values/result';
import { KILL_CHAINS } from './domain';
import type { Heading } from './heading';
import { readHeading } from './heading';
import { isImported } from './identity';
import { tacticsInOrder } from './matrix';
import type { BundleObject } from './object';
import { readObject } from './object';
import type { Relationship } from './relationship';
import { readRelationship } from './relationship';

/** What one release says of one id. */
export interface Observation extends Omit<BundleObject, 'phases' | 'shortname'> {
  /** Tactic ids, in the order of the matrix. */
  readonly tactics: readonly string[];
  /** Ids of the current mitigations, sorted. */
  readonly mitigations: readonly string[];
}

/** One bundle, read and resolved within itself; successors may lie in another release. */
export interface Release extends Heading {
  readonly file: string;
  /** Current tactics, in the order of the matrix. */
  readonly tactics: readonly string[];
  /** Each id once. */
  readonly observations: readonly Observation[];
  /** Attack ids by STIX id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly revocations: readonly Relationship[];
}

/** Reads a STIX 2.0 or 2.1 bundle. */
export function readRelease(file: string, bundle: Fields): Result<Release> {
  const objects = fieldsAt(bundle, 'objects');
  if (!objects.ok) return objects;
  const heading = readHeading(file, objects.value);
  const known = readObjects(objects.value);
  const relationships = readRelationships(objects.value);
  if (!heading.ok) return heading;
  if (!known.ok) return known;
  if (!relationships.ok) return relationships;
  const tactics = tacticsInOrder(objects.value, known.value);
  if (!tactics.ok) return tactics;
  return assemble(file, heading.value, known.value, tactics.value, relationships.value);
}

function readObjects(objects: readonly Fields[]): Result<BundleObject[]> {
  const read = mapAll(objects, (fields) => {
    const { type, id } = fields;
    return isImported(type) ? within(String(id), readObject(type, fields)) : succeed(undefined);
  });
  return read.ok ? onePerId(read.value.filter((object) => object !== undefined)) : read;
}

/** A current object beats a retired one that had its id before. */
function onePerId(objects: readonly BundleObject[]): Result<BundleObject[]> {
  return mapAll(groupBy(objects, ({ id }) => id).values(), (group) => {
    const current = group.filter(({ status }) => status === 'current');
    const [first, second] = current.length > 0 ? current : group;
    if (!first || second) return wrong(`${first?.id} is the id of ${first?.stixId} and of ${second?.stixId}`);
    return succeed(first);
  });
}

function readRelationships(objects: readonly Fields[]): Result<Relationship[]> {
  const read = mapAll(objects, (fields) =>
    fields['type'] === 'relationship'
      ? within(String(fields['id']), readRelationship(fields))
      : succeed(undefined),
  );
  return read.ok ? succeed(read.value.filter((relationship) => relationship !== undefined)) : read;
}

function assemble(
  file: string,
  heading: Heading,
  objects: readonly BundleObject[],
  tactics: readonly BundleObject[],
  relationships: readonly Relationship[],
): Result<Release> {
  const mitigations = mitigationsByTarget(objects, relationships);
  const observations = mapAll(objects, (object): Result<Observation> => {
    const { phases, shortname: _, ...facts } = object;
    const resolved = within(object.id, resolvePhases(phases, heading.domain, tactics));
    if (!resolved.ok) return resolved;
    return succeed({ ...facts, tactics: resolved.value, mitigations: mitigations.get(object.stixId) ?? [] });
  });
  if (!observations.ok) return observations;
  return succeed({
    ...heading,
    file,
    tactics: tactics.filter(({ status }) => status === 'current').map(({ id }) => id),
    observations: observations.value,
    ids: new Map(objects.map(({ stixId, id }) => [stixId, id])),
    revocations: relationships.filter(({ type }) => type === 'revoked-by'),
  });
}

/** Phases name tactics by a short name, which means something else in another domain or release. */
function resolvePhases(
  phases: BundleObject['phases'],
  domain: AttackDomain,
  tactics: readonly BundleObject[],
): Result<string[]> {
  const names = new Set(phases.filter(({ chain }) => chain === KILL_CHAINS[domain]).map(({ name }) => name));
  const found = tactics.filter(({ shortname }) => shortname !== undefined && names.delete(shortname));
  const [unknown] = names;
  return unknown === undefined
    ? succeed(found.map(({ id }) => id))
    : wrong(`no tactic of this release is called ${unknown}`);
}

function mitigationsByTarget(
  objects: readonly BundleObject[],
  relationships: readonly Relationship[],
): Map<string, string[]> {
  const current = objects.filter(({ kind, status }) => kind === 'mitigation' && status === 'current');
  const ids = new Map(current.map(({ stixId, id }) => [stixId, id]));
  const mitigating = relationships.filter(({ type, source }) => type === 'mitigates' && ids.has(source));
  const byTarget = groupBy(mitigating, ({ target }) => target);
  return new Map(
    [...byTarget].map(([target, group]) => [
      target,
      sortedSet(group.map(({ source }) => ids.get(source) ?? '')),
    ]),
  );
}
