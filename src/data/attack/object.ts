import type { AttackDomain, AttackKind, AttackStatus } from '../../core/knowledge/records';
import type { Fields } from '../values/fields';
import { fieldsAt, flagAt, textAt, textsAt } from '../values/fields';
import { sortedSet } from '../values/order';
import type { Result } from '../values/result';
import { succeed, wrong } from '../values/result';
import { domainIn } from './domain';
import { attackIdOf, isLegacyMitigation, kindOf } from './identity';

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
  readonly phases: readonly Phase[];
  /** Tactics only: what phases call it. */
  readonly shortname: string | undefined;
}

export interface Phase {
  readonly chain: string;
  readonly name: string;
}

/** Undefined for a legacy mitigation. */
export function readObject(type: string, fields: Fields): Result<BundleObject | undefined> {
  const references = fieldsAt(fields, 'external_references');
  if (!references.ok) return references;
  const id = attackIdOf(type, references.value);
  if (id !== undefined) return readNamed(type, id, fields);
  return isLegacyMitigation(type, references.value)
    ? succeed(undefined)
    : wrong(`this ${type} has no ATT&CK id`);
}

function readNamed(type: string, id: string, fields: Fields): Result<BundleObject> {
  const kind = kindOf(type, id);
  const stixId = textAt(fields, 'id');
  const name = textAt(fields, 'name');
  const status = readStatus(fields);
  const lists = readLists(fields);
  if (!kind) return wrong(`${type} is no kind of ATT&CK`);
  if (!stixId.ok) return stixId;
  if (!name.ok) return name;
  if (!status.ok) return status;
  if (!lists.ok) return lists;
  const shortname = kind === 'tactic' ? textAt(fields, 'x_mitre_shortname') : succeed(undefined);
  if (!shortname.ok) return shortname;
  return succeed({
    id,
    stixId: stixId.value,
    kind,
    name: name.value,
    status: status.value,
    shortname: shortname.value,
    ...lists.value,
  });
}

/** A revoked object has a successor, which says more than that it is deprecated too. */
function readStatus(fields: Fields): Result<AttackStatus> {
  const revoked = flagAt(fields, 'revoked');
  const deprecated = flagAt(fields, 'x_mitre_deprecated');
  if (!revoked.ok) return revoked;
  if (!deprecated.ok) return deprecated;
  if (revoked.value) return succeed('revoked');
  return succeed(deprecated.value ? 'deprecated' : 'current');
}

function readLists(fields: Fields): Result<Pick<BundleObject, 'domains' | 'platforms' | 'phases'>> {
  const domains = textsAt(fields, 'x_mitre_domains');
  const platforms = textsAt(fields, 'x_mitre_platforms');
  const phases = fieldsAt(fields, 'kill_chain_phases');
  if (!domains.ok) return domains;
  if (!platforms.ok) return platforms;
  if (!phases.ok) return phases;
  return succeed({
    domains: domains.value.map(domainIn).filter((domain) => domain !== undefined),
    // ICS techniques, which belong to no platform, say so with the word None.
    platforms: sortedSet(platforms.value.filter((platform) => platform !== 'None')),
    phases: phases.value.map(readPhase),
  });
}

function readPhase(fields: Fields): Phase {
  return { chain: String(fields['kill_chain_name']), name: String(fields['phase_name']) };
}
