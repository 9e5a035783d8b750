import type { CanonicalId } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { Assessment, Control, EditionId, Framework, Reading } from '../knowledge/framework';
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
  | UnknownId;

/** No edition and no release has the id. */
export interface UnknownId {
  readonly kind: 'unknown';
  readonly id: CanonicalId;
  /** Controls only. */
  readonly edition?: EditionId;
  /** Controls of a framework that is not left out. */
  readonly framework?: Framework | undefined;
}

/** The id names a control in the edition; that of an enhancement names its base control. */
export interface ControlFound {
  readonly kind: 'control';
  readonly framework: Framework;
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
  readonly framework: Framework;
  readonly id: CanonicalId;
  readonly edition: EditionId;
  /** Never empty; newest edition first. */
  readonly readings: readonly Reading[];
}

/** An id of an edition of which only the ids and a crosswalk are known, or one that was withdrawn. */
export interface LegacyControl {
  readonly kind: 'legacy';
  readonly framework: Framework;
  readonly id: CanonicalId;
  readonly edition: EditionId;
  /** Undefined where the crosswalk, which is partial, does not have it. */
  readonly record: LegacyRecord | undefined;
}

/** An id of a sister framework that shares the codes. */
export interface SisterControl {
  readonly kind: 'sister';
  readonly framework: Framework;
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
      controls: isTechnique(facts) ? knowledge.once(mitigatingControls, id) : [],
    };
  if (attack.has(id) || attack.mayBeNewer(id))
    return { kind: 'newer', id, dataVersion: attackVersion ?? attack.newest() };
  return { kind: 'unknown', id };
}

function isTechnique(facts: AttackFacts): boolean {
  return facts.kind === 'technique' || facts.kind === 'sub-technique';
}

function resolveControl(knowledge: KnowledgeBase, id: CanonicalId, edition: EditionId): Resolution {
  const framework = knowledge.frameworkOf(id);
  if (!framework) return { kind: 'unknown', id, edition };
  const control = framework.byId(edition, id);
  if (control) {
    const otherReadings = framework.readings(id).filter((reading) => reading.control.key !== control.key);
    const assessment = framework.assess(control);
    return { kind: 'control', framework, id, edition, control, assessment, otherReadings };
  }
  const record = framework.legacy(id);
  if (framework.isOfEarlier(edition, id)) return { kind: 'legacy', framework, id, edition, record };
  const readings = framework.readings(id);
  if (readings.length > 0) return { kind: 'other-edition', framework, id, edition, readings };
  if (framework.isLegacy(id))
    return { kind: 'legacy', framework, id, edition: record?.edition ?? framework.legacyEdition, record };
  const sister = framework.sisterOf(id);
  return sister ? { kind: 'sister', framework, id, sister } : { kind: 'unknown', framework, id, edition };
}

/** The state of a resolution in the four words that programs are told. */
export function stateOf(resolution: Resolution): State {
  switch (resolution.kind) {
    case 'control':
      return resolution.assessment;
    case 'other-edition': {
      const [reading] = resolution.readings;
      return reading ? resolution.framework.assess(reading.control) : 'unknown';
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
export function isUnmappedInEveryEdition({ framework, assessment, otherReadings }: ControlFound): boolean {
  return (
    assessment !== 'mapped' && otherReadings.every(({ control }) => framework.assess(control) !== 'mapped')
  );
}
