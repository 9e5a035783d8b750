import type { REPORT_MARK } from '../analysis/occurrences';
import type { Position } from '../text/span';
import type { AttackDomain, AttackStatus } from '../knowledge/records';
import type { Assessment } from '../knowledge/framework';
import type { ControlRole } from '../coverage/controls';
import type { CoverageCounts } from '../coverage/coverage';
import type { TechniqueState } from '../coverage/techniques';

/** Raised when a reader of the JSON must not guess. */
export const REPORT_FORMAT = 1;

/**
 * A coverage report as JSON. A control is named by its id in `edition`; one that this edition does not have, by the
 * id and edition that do: `IAM-12@4.0`. Lines and characters of places count from zero.
 */
export interface CoverageReport {
  readonly kind: typeof REPORT_MARK;
  readonly format: typeof REPORT_FORMAT;
  readonly caveat: string;
  /** What the documents are called together; the path, where it is one. */
  readonly title: string;
  readonly documents: readonly string[];
  /** Of the first of the frameworks. */
  readonly edition: { readonly id: string; readonly label: string };
  /** The frameworks whose controls are counted; never empty. */
  readonly frameworks: readonly ReportFramework[];
  readonly versions: ReportVersions;
  readonly counts: CoverageCounts;
  readonly techniques: readonly ReportTechnique[];
  readonly controls: readonly ReportControl[];
  readonly tactics: readonly ReportTactic[];
  readonly domains: readonly ReportDomain[];
  /** The techniques that the cited controls are mapped to, named or not. */
  readonly mappedTo: readonly ReportMappedTechnique[];
  /** The same in numbers, in the order of the matrix. */
  readonly mappedTactics: readonly ReportMappedTactic[];
  readonly suggestion: ReportSuggestion;
  /** Ids of techniques that the ATT&CK version does not have; they are counted nowhere. */
  readonly unjudged: readonly ReportUnjudged[];
}

export interface ReportFramework {
  /** As in settings. */
  readonly key: string;
  readonly name: string;
  /** That the controls are numbered in. */
  readonly edition: { readonly id: string; readonly label: string };
  /** The version that the mapping file names. */
  readonly mapping: string;
  /** ISO 8601. */
  readonly mappingDate: string;
  /** The ATT&CK version that the mapping was made against. */
  readonly mappingAttack: string;
  /** Its controls that are cited; the next three add up to it. */
  readonly controls: number;
  readonly addressing: number;
  readonly unneeded: number;
  readonly withoutMapping: number;
  /** Techniques that a cited control of it is mapped to. */
  readonly addressed: number;
}

/** Of the mapping of the first of the frameworks. */
export interface ReportVersions {
  /** The ATT&CK version that techniques are judged by. */
  readonly attack: string;
  readonly mapping: string;
  /** ISO 8601. */
  readonly mappingDate: string;
  /** The ATT&CK version that the mapping was made against. */
  readonly mappingAttack: string;
}

export interface ReportPlace extends Position {
  readonly path: string;
}

export interface ReportTechnique {
  readonly id: string;
  readonly name: string;
  readonly state: TechniqueState;
  readonly status: AttackStatus;
  readonly domains: readonly AttackDomain[];
  /** Ids of tactics. */
  readonly tactics: readonly string[];
  /** The ids that the documents use; another than `id` was revoked in its favor. */
  readonly written: readonly string[];
  /** Controls that are mapped to it. */
  readonly mapped: readonly string[];
  /** Those of them that are cited. */
  readonly cited: readonly string[];
  /** The ids under which the mapping has it, where that is another than `id` and those written. */
  readonly mappedAs: readonly string[];
  readonly references: number;
  /** The first one in each document. */
  readonly places: readonly ReportPlace[];
  readonly url: string;
}

export interface ReportMappedTactic {
  readonly id: string;
  readonly name: string;
  /** How many of its techniques a cited control is mapped to. */
  readonly techniques: number;
  /** How many of those a document names. */
  readonly named: number;
}

export interface ReportMappedTechnique {
  readonly id: string;
  readonly name: string;
  /** Ids of tactics. */
  readonly tactics: readonly string[];
  readonly domains: readonly AttackDomain[];
  readonly status: AttackStatus;
  /** Whether a document names it. */
  readonly isNamed: boolean;
  /** The cited controls that are mapped to it. */
  readonly controls: readonly string[];
  /** The documents that cite them. */
  readonly documents: readonly string[];
  readonly url: string;
}

export interface ReportControl {
  readonly label: string;
  readonly id: string;
  /** The edition that the id belongs to. */
  readonly edition: string;
  readonly framework: string;
  readonly title: string;
  /** Code of the domain. */
  readonly domain: string;
  readonly role: ControlRole;
  readonly assessment: Assessment;
  /** Techniques of the report that it is mapped to. */
  readonly techniques: readonly string[];
  readonly references: number;
  /** The first one in each document that cites it. */
  readonly places: readonly ReportPlace[];
}

export interface ReportTactic {
  /** Null for the techniques that have none. */
  readonly id: string | null;
  readonly name: string;
  readonly counts: Readonly<Record<TechniqueState, number>>;
  /** A technique of several tactics is in each. */
  readonly techniques: readonly string[];
}

export interface ReportDomain {
  readonly code: string;
  readonly name: string;
  /** The name of the framework. */
  readonly framework: string;
  readonly counts: Readonly<Record<ControlRole, number>>;
  readonly controls: readonly string[];
}

export interface ReportSuggestion {
  readonly open: number;
  readonly steps: readonly ReportSuggested[];
}

export interface ReportSuggested {
  readonly control: string;
  /** Open techniques that none before it is mapped to. */
  readonly addresses: readonly string[];
}

export interface ReportUnjudged {
  readonly id: string;
  readonly reason: 'newer' | 'unknown';
  readonly references: number;
  readonly places: readonly ReportPlace[];
}
