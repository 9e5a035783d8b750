import type { AttackKind } from '../../core/knowledge/records';
import type { Fields } from '../values/fields';
import { isFields } from '../values/fields';

/** What ATT&CK calls a STIX type, and the ids it gives to it. */
const IDS: ReadonlyMap<string, RegExp> = new Map([
  ['x-mitre-tactic', /^TA\d{4}$/],
  ['attack-pattern', /^T\d{4}(?:\.\d{3})?$/],
  ['course-of-action', /^M\d{4}$/],
  ['intrusion-set', /^G\d{4}$/],
  ['malware', /^S\d{4}$/],
  ['tool', /^S\d{4}$/],
  ['campaign', /^C\d{4}$/],
]);

const KINDS: ReadonlyMap<string, AttackKind> = new Map([
  ['x-mitre-tactic', 'tactic'],
  ['attack-pattern', 'technique'],
  ['course-of-action', 'mitigation'],
  ['intrusion-set', 'group'],
  ['malware', 'software'],
  ['tool', 'software'],
  ['campaign', 'campaign'],
]);

const LEGACY_MITIGATION = /^T\d{4}$/;

/** The kind of a thing with this STIX type and id; undefined for what is not imported (analytics, data sources). */
export function kindOf(type: string, id: string): AttackKind | undefined {
  return type === 'attack-pattern' && id.includes('.') ? 'sub-technique' : KINDS.get(type);
}

export function isImported(type: unknown): type is string {
  return typeof type === 'string' && KINDS.has(type);
}

/** The id that MITRE gave to the object, among all its references. */
export function attackIdOf(type: string, references: readonly Fields[]): string | undefined {
  return mitreIds(references).find((id) => IDS.get(type)?.test(id));
}

/**
 * Until 2019 each technique had a mitigation of its own, under the technique's id (T1174). They are
 * deprecated, no technique, and nothing refers to them.
 */
export function isLegacyMitigation(type: string, references: readonly Fields[]): boolean {
  return type === 'course-of-action' && mitreIds(references).some((id) => LEGACY_MITIGATION.test(id));
}

function mitreIds(references: readonly Fields[]): string[] {
  return references
    .filter((reference) => isFields(reference) && isMitre(reference['source_name']))
    .map((reference) => reference['external_id'])
    .filter((id): id is string => typeof id === 'string');
}

/** `mitre-attack`, and in old objects `mitre-mobile-attack` and `mitre-ics-attack`. */
function isMitre(source: unknown): boolean {
  return typeof source === 'string' && source.startsWith('mitre-');
}
