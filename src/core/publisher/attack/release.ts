import type { AttackDomain } from '../../knowledge/records';
import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { fieldsAt, quote } from '../values/fields';
import { groupBy, sortedSet } from '../values/order';
import { mapAll, together, within, wrong } from '../values/results';
import { readObjects, readRelationships } from './bundle';
import { KILL_CHAINS } from './domain';
import type { Heading } from './heading';
import { readHeading } from './heading';
import { tacticsInOrder } from './matrix';
import type { BundleObject } from './object';
import type { Relationship } from './relationship';

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
  /** ATT&CK ids by STIX id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly revocations: readonly Relationship[];
}

/** Reads a STIX 2.0 or 2.1 bundle. */
export function readRelease(file: string, bundle: Fields): Result<Release> {
  const objects = fieldsAt(bundle, 'objects');
  if (!objects.ok) return objects;
  const read = together({
    heading: readHeading(file, objects.value),
    objects: readObjects(objects.value),
    relationships: readRelationships(objects.value),
  });
  if (!read.ok) return read;
  if (!read.value.objects.some(({ kind }) => kind === 'technique'))
    return wrong('this bundle holds no technique');
  const tactics = tacticsInOrder(objects.value, read.value.objects);
  return tactics.ok ? resolve({ file, ...read.value, tactics: tactics.value }) : tactics;
}

interface Parts {
  readonly file: string;
  readonly heading: Heading;
  readonly objects: readonly BundleObject[];
  readonly relationships: readonly Relationship[];
  readonly tactics: readonly BundleObject[];
}

function resolve({ file, heading, objects, relationships, tactics }: Parts): Result<Release> {
  const mitigations = mitigationsByTarget(objects, relationships);
  const observations = mapAll(objects, (object): Result<Observation> => {
    const { phases, shortname: _, ...facts } = object;
    const resolved = within(object.id, resolvePhases(phases, heading.domain, tactics));
    if (!resolved.ok) return resolved;
    return success({ ...facts, tactics: resolved.value, mitigations: mitigations.get(object.stixId) ?? [] });
  });
  if (!observations.ok) return observations;
  return success({
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
    ? success(found.map(({ id }) => id))
    : wrong(`no tactic of this release is called ${quote(unknown)}`);
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
