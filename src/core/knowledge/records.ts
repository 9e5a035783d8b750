/**
 * The shape of the files below `data/`: facts only (ids, names, relations, versions), one record a line.
 * `src/data` writes them, `loadAttack` and `loadFramework` read and validate them.
 */

/** Raised when a reader must not guess at a file that an older or newer release wrote. */
export const DATA_FORMAT = 1;

export type AttackDomain = 'enterprise' | 'mobile' | 'ics';

export const ATTACK_KINDS = [
  'tactic',
  'technique',
  'sub-technique',
  'mitigation',
  'group',
  'software',
  'campaign',
  'data-source',
  'data-component',
  'detection-strategy',
] as const;
export type AttackKind = (typeof ATTACK_KINDS)[number];

export const ATTACK_STATUSES = ['current', 'revoked', 'deprecated'] as const;
export type AttackStatus = (typeof ATTACK_STATUSES)[number];

/** `data/attack.json`. */
export interface AttackFile {
  readonly format: number;
  /** Sorted by domain (enterprise, mobile, ics), then by version, oldest first. */
  readonly releases: readonly AttackRelease[];
  /** Sorted by id. */
  readonly objects: readonly AttackRecord[];
}

export interface AttackRelease {
  readonly domain: AttackDomain;
  /** As MITRE writes it: `18.1`. */
  readonly version: string;
  /** Ids of the tactics, in the order of the matrix. */
  readonly tactics: readonly string[];
}

export interface AttackRecord {
  readonly id: string;
  readonly kind: AttackKind;
  readonly domains: readonly AttackDomain[];
  /**
   * What changed, oldest first. The first entry is complete; a later one names only what differs from the
   * one before. Absence from a later release changes nothing: MITRE revokes and deprecates, it never removes.
   */
  readonly history: readonly AttackChange[];
}

export interface AttackChange {
  readonly version: string;
  readonly name?: string;
  readonly status?: AttackStatus;
  /**
   * Where revoked: the end of each chain of successors. Where deprecated: what the publisher says to use, of which
   * several may apply.
   */
  readonly successors?: readonly string[];
  /** True where the publisher did not name the successor and it was inferred from the name. */
  readonly inferred?: boolean;
  /** Techniques only: tactic ids (`TA0008`), in the order of the matrix. */
  readonly tactics?: readonly string[];
  readonly platforms?: readonly string[];
  /** Techniques only: ids of ATT&CK's own mitigations, sorted. */
  readonly mitigations?: readonly string[];
}

/** The file of a framework; a further one is a further file of the same shape. */
export interface FrameworkFile {
  readonly format: number;
  readonly framework: FrameworkRecord;
  /** Newest first. */
  readonly editions: readonly EditionRecord[];
  readonly domains: readonly DomainRecord[];
  /** Sorted by key. */
  readonly controls: readonly ControlRecord[];
  readonly mapping: MappingSource;
  /** Sorted by control key, then by technique; no row twice. */
  readonly mappings: readonly MappingRecord[];
  /** Ids of earlier editions of which only a crosswalk is known; sorted by id. */
  readonly legacy: readonly LegacyRecord[];
  /** Sister frameworks that share the codes of this one. */
  readonly sisters: readonly SisterRecord[];
  /** Editions older than those in `editions`, of which the ids are known, and no titles. */
  readonly earlier?: readonly EarlierRecord[];
  /** Techniques that the mapping holds not to be mappable to any control; sorted. */
  readonly unmappable?: readonly string[];
}

export interface FrameworkRecord {
  /** `nist-800-53` */
  readonly key: string;
  /** `NIST SP 800-53` */
  readonly name: string;
  /** `Cloud Controls Matrix` */
  readonly fullName: string;
  readonly publisher: string;
}

export interface EditionRecord {
  /** `4.1`, `4.0`, or `mapping` for the numbering of the mapping file. */
  readonly id: string;
  /** As a reader is told it: `NIST SP 800-53 Rev. 5`, `the mapping file`. */
  readonly label: string;
  /** Number of controls. */
  readonly count: number;
}

export interface DomainRecord {
  readonly code: string;
  readonly name: string;
  /** Where an edition uses another code: `{"4.0": "IVS"}`. */
  readonly codes?: Readonly<Record<string, string>>;
}

export interface ControlRecord {
  /** The id in the newest edition that has the control, and that edition: `IAM-13@4.1`, `IAM-12@4.0`. */
  readonly key: string;
  /** Code of the domain, as the newest edition has it. */
  readonly domain: string;
  /** By edition id. */
  readonly ids: Readonly<Record<string, string>>;
  /** By edition id. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface MappingSource {
  /** `4.1` */
  readonly frameworkVersion: string;
  readonly attackVersion: string;
  readonly attackDomain: AttackDomain;
  /** ISO 8601 dates: `2026-01-27`. */
  readonly created: string;
  readonly updated: string;
  /** The identifier of the framework in the Mappings Explorer's addresses: `nist`. */
  readonly explorerId: string;
  readonly publisher: string;
}

export interface MappingRecord {
  /** Key of the control. */
  readonly control: string;
  /** `mitigates` or `non_mappable`; some files have other words. */
  readonly type: string;
  /** Missing where the type is `non_mappable`. */
  readonly technique?: string;
}

export interface LegacyRecord {
  readonly id: string;
  /** `3.0.1` */
  readonly edition: string;
  /** Ids of the controls that took over, in the edition `toEdition`. */
  readonly successors: readonly string[];
  readonly toEdition: string;
  /** True for an id that the edition itself withdrew: it names nothing any more, and its number is not used again. */
  readonly isWithdrawn?: true;
}

export interface EarlierRecord {
  /** `3.0.1` */
  readonly edition: string;
  /** Every id of it, sorted. */
  readonly ids: readonly string[];
}

export interface SisterRecord {
  /** `aicm` */
  readonly key: string;
  /** `AI Controls Matrix (AICM)` */
  readonly name: string;
  readonly version: string;
  /** Every id of it, sorted. */
  readonly ids: readonly string[];
}

/** `data/sources.json`. */
export interface SourcesFile {
  readonly format: number;
  readonly sources: readonly SourceRecord[];
  /** What was written for this project, and comes from no publisher. */
  readonly own: readonly OwnRecord[];
}

export interface OwnRecord {
  /** File name below `data/`. */
  readonly file: string;
  readonly title: string;
  /** SPDX id. */
  readonly licence: string;
}

export interface SourceRecord {
  /** File name of the input. */
  readonly file: string;
  readonly title: string;
  readonly publisher: string;
  readonly version: string;
  /** ISO 8601: the date that the input itself tells; empty if it tells none. */
  readonly date: string;
  /** SPDX id or short name. */
  readonly licence: string;
  readonly licenceUrl: string;
  readonly sha256: string;
}
