import type { AttackDomain, AttackKind, AttackStatus } from '../../knowledge/records';
import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { fieldsAt, textAt, textsAt } from '../values/fields';
import { sortedSet } from '../values/order';
import { mapAll, together, within, wrong } from '../values/results';
import { alternativesIn } from './alternatives';
import { domainIn } from './domain';
import type { ImportedType } from './identity';
import { attackIdOf, isLegacyMitigation, isUnnumbered, kindOf } from './identity';
import { statusOf } from './status';

/** One object of one bundle, before its references are resolved. */
export interface BundleObject {
  readonly id: string;
  readonly stixId: string;
  readonly kind: AttackKind;
  readonly name: string;
  readonly status: AttackStatus;
  /** What the object itself says. */
  readonly domains: readonly AttackDomain[];
  readonly platforms: readonly string[];
  /** Where deprecated: what the publisher's own words say to use. */
  readonly alternatives: readonly string[];
  readonly phases: readonly Phase[];
  /** Tactics only: what phases call it. */
  readonly shortname: string | undefined;
}

export interface Phase {
  readonly chain: string;
  readonly name: string;
}

/** Undefined for a legacy mitigation, and for a data component that has no ID yet. */
export function readObject(type: ImportedType, fields: Fields): Result<BundleObject | undefined> {
  const references = fieldsAt(fields, 'external_references');
  if (!references.ok) return references;
  const id = attackIdOf(type, references.value);
  if (id !== undefined) return within(id, readNamed(type, id, fields));
  return isLegacyMitigation(type, references.value) || isUnnumbered(type)
    ? success(undefined)
    : wrong(`this ${type} has no ATT&CK id`);
}

function readNamed(type: ImportedType, id: string, fields: Fields): Result<BundleObject> {
  const kind = kindOf(type, id);
  const read = together({
    stixId: textAt(fields, 'id'),
    name: textAt(fields, 'name'),
    status: statusOf(fields),
    domains: textsAt(fields, 'x_mitre_domains'),
    platforms: textsAt(fields, 'x_mitre_platforms'),
    phases: readPhases(fields),
    shortname: kind === 'tactic' ? textAt(fields, 'x_mitre_shortname') : success(undefined),
  });
  if (!read.ok) return read;
  return success({
    ...read.value,
    id,
    kind,
    alternatives: read.value.status === 'deprecated' ? alternativesIn(descriptionOf(fields)) : [],
    domains: read.value.domains.map(domainIn).filter((domain) => domain !== undefined),
    // ICS techniques, which belong to no platform, say so with the word None.
    platforms: sortedSet(read.value.platforms.filter((platform) => platform !== 'None')),
  });
}

/** A reduced bundle has none. */
function descriptionOf({ description }: Fields): string {
  return typeof description === 'string' ? description : '';
}

function readPhases(fields: Fields): Result<Phase[]> {
  const phases = fieldsAt(fields, 'kill_chain_phases');
  if (!phases.ok) return phases;
  return mapAll(phases.value, (phase) =>
    together({ chain: textAt(phase, 'kill_chain_name'), name: textAt(phase, 'phase_name') }),
  );
}
