import type { CanonicalId } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { Assessment, Control, EditionId, Reading } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { LegacyRecord, SisterRecord } from '../knowledge/records';
import type { Reference } from '../recognition/reference';
import { mitigatingControls, type MitigatingControl } from './mitigating';

/** What the knowledge base says of one id; the state a reference is in. */
export type Resolution =
  | ControlFound
  | OtherEdition
  | LegacyControl
  | SisterControl
  | AttackFound
  | { readonly kind: 'newer'; readonly id: CanonicalId; readonly dataVersion: string }
  | { readonly kind: 'unknown'; readonly id: CanonicalId; readonly edition?: EditionId };

/** The id names a control in the edition. */
export interface ControlFound {
  readonly kind: 'control';
  readonly id: CanonicalId;
  readonly edition: EditionId;
  readonly control: Control;
  readonly assessment: Assessment;
  /** What the same id means in other editions, where that is another control. */
  readonly otherReadings: readonly Reading[];
}

/** The id names nothing in the edition, and a control in another one. */
export interface OtherEdition {
  readonly kind: 'other-edition';
  readonly id: CanonicalId;
  readonly edition: EditionId;
  /** Never empty; newest edition first. */
  readonly readings: readonly Reading[];
}

/** An id of an edition of which only a crosswalk is known. */
export interface LegacyControl {
  readonly kind: 'legacy';
  readonly id: CanonicalId;
  readonly edition: EditionId;
  /** Undefined where the crosswalk, which is partial, does not have it. */
  readonly record: LegacyRecord | undefined;
}

/** An id of a sister framework that shares the codes. */
export interface SisterControl {
  readonly kind: 'sister';
  readonly id: CanonicalId;
  readonly sister: SisterRecord;
}

export interface AttackFound {
  readonly kind: 'attack';
  readonly id: CanonicalId;
  readonly facts: AttackFacts;
  /** Techniques only. */
  readonly controls: readonly MitigatingControl[];
}

/** How publications are summed up for programs: the four words of the JSON interfaces. */
export type State = 'mapped' | 'non-mappable' | 'not-assessed' | 'unknown';

/** `attackVersion`: the version to judge ATT&CK ids by, the newest at hand unless told. */
export function resolve(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
  attackVersion?: string,
): Resolution {
  return edition === undefined
    ? resolveAttack(knowledge, id, attackVersion)
    : resolveControl(knowledge, id, edition);
}

export function resolveReference(
  knowledge: KnowledgeBase,
  reference: Reference,
  attackVersion?: string,
): Resolution {
  return resolve(knowledge, reference.id, reference.edition?.edition, attackVersion);
}

function resolveAttack(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  attackVersion: string | undefined,
): Resolution {
  const { attack } = knowledge;
  const facts = attack.at(id, attackVersion);
  if (facts)
    return {
      kind: 'attack',
      id,
      facts,
      controls: isTechnique(facts) ? mitigatingControls(knowledge, id) : [],
    };
  if (attack.has(id) || attack.mayBeNewer(id))
    return { kind: 'newer', id, dataVersion: attackVersion ?? attack.newest() };
  return { kind: 'unknown', id };
}

function isTechnique(facts: AttackFacts): boolean {
  return facts.kind === 'technique' || facts.kind === 'sub-technique';
}

function resolveControl({ ccm }: KnowledgeBase, id: CanonicalId, edition: EditionId): Resolution {
  const control = ccm.byId(edition, id);
  if (control) {
    const otherReadings = ccm.readings(id).filter((reading) => reading.control.key !== control.key);
    return { kind: 'control', id, edition, control, assessment: ccm.assess(control), otherReadings };
  }
  const isLegacyEdition = edition === ccm.legacyEdition;
  if (isLegacyEdition) return { kind: 'legacy', id, edition, record: ccm.legacy(id) };
  const readings = ccm.readings(id);
  if (readings.length > 0) return { kind: 'other-edition', id, edition, readings };
  if (ccm.isLegacy(id)) return { kind: 'legacy', id, edition: ccm.legacyEdition, record: ccm.legacy(id) };
  const sister = ccm.sisterOf(id);
  return sister ? { kind: 'sister', id, sister } : { kind: 'unknown', id, edition };
}

/** The state of a resolution in the four words that programs are told. */
export function stateOf(knowledge: KnowledgeBase, resolution: Resolution): State {
  switch (resolution.kind) {
    case 'control':
      return resolution.assessment;
    case 'other-edition': {
      const [reading] = resolution.readings;
      return reading ? knowledge.ccm.assess(reading.control) : 'unknown';
    }
    case 'attack':
      return resolution.controls.length > 0 ? 'mapped' : 'not-assessed';
    case 'legacy':
    case 'sister':
    case 'newer':
    case 'unknown':
      return 'unknown';
  }
}

/** No reading of the id has a mapping: whatever edition was meant, the control has none. */
export function isUnmappedInEveryEdition({ ccm }: KnowledgeBase, found: ControlFound): boolean {
  return (
    found.assessment !== 'mapped' &&
    found.otherReadings.every(({ control }) => ccm.assess(control) !== 'mapped')
  );
}
