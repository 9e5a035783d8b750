import type { AttackKind } from '../../knowledge/records';
import type { Fields } from '../values/fields';

interface StixType {
  readonly kind: AttackKind;
  readonly id: RegExp;
}

/** The STIX types that are imported, what ATT&CK calls them, and the ids that it gives to them. */
const TYPES = {
  'x-mitre-tactic': { kind: 'tactic', id: /^TA\d{4}$/ },
  'attack-pattern': { kind: 'technique', id: /^T\d{4}(?:\.\d{3})?$/ },
  'course-of-action': { kind: 'mitigation', id: /^M\d{4}$/ },
  'intrusion-set': { kind: 'group', id: /^G\d{4}$/ },
  malware: { kind: 'software', id: /^S\d{4}$/ },
  tool: { kind: 'software', id: /^S\d{4}$/ },
  campaign: { kind: 'campaign', id: /^C\d{4}$/ },
  'x-mitre-data-source': { kind: 'data-source', id: /^DS\d{4}$/ },
  'x-mitre-data-component': { kind: 'data-component', id: /^DC\d{4}$/ },
  'x-mitre-detection-strategy': { kind: 'detection-strategy', id: /^DET\d{4}$/ },
} as const satisfies Record<string, StixType>;

export type ImportedType = keyof typeof TYPES;

const LEGACY_MITIGATION = /^T\d{4}$/;

export function isImported(type: unknown): type is ImportedType {
  return typeof type === 'string' && Object.hasOwn(TYPES, type);
}

/** A sub-technique is told by its id alone: some lack the relation to their parent. */
export function kindOf(type: ImportedType, id: string): AttackKind {
  return id.includes('.') ? 'sub-technique' : TYPES[type].kind;
}

/** The id that MITRE gave to the object, among all its references. */
export function attackIdOf(type: ImportedType, references: readonly Fields[]): string | undefined {
  return mitreIds(references).find((id) => TYPES[type].id.test(id));
}

/** Data components have had IDs since ATT&CK 18 only. */
export function isUnnumbered(type: ImportedType): boolean {
  return type === 'x-mitre-data-component';
}

/**
 * Until 2019 each technique had a mitigation of its own, under the technique's id (T1174). They are
 * deprecated, no technique, and nothing refers to them.
 */
export function isLegacyMitigation(type: ImportedType, references: readonly Fields[]): boolean {
  return type === 'course-of-action' && mitreIds(references).some((id) => LEGACY_MITIGATION.test(id));
}

function mitreIds(references: readonly Fields[]): string[] {
  return references
    .filter(({ source_name: source }) => isMitre(source))
    .map(({ external_id: id }) => id)
    .filter((id) => typeof id === 'string');
}

/** `mitre-attack`, and in old objects `mitre-mobile-attack` and `mitre-ics-attack`. */
function isMitre(source: unknown): boolean {
  return typeof source === 'string' && source.startsWith('mitre-');
}
