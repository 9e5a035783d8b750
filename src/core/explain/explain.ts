import { kindOf, parentOf, type CanonicalId, type IdentifierKind } from '../identifiers/grammar';
import { MAPPING_EDITION, type Control, type EditionId, type Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackStatus } from '../knowledge/records';
import { attackUrl, explorerControlUrl, explorerTechniqueUrl } from '../knowledge/urls';
import { mitigatingControls } from '../resolution/mitigating';
import { resolve, stateOf, type Resolution, type State } from '../resolution/resolve';
import { suggestIds } from '../resolution/suggest';
import { unresolvedText, type Unresolved } from '../resolution/unresolved';

/** The shapes below are an interface: `control-lens explain --format json` prints them, and docs/json-output.md documents them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Versions {
  /** The newest ATT&CK release at hand. */
  readonly attack: string;
  /** The framework's version, as the mapping file names it. */
  readonly mapping: string;
  /** The ATT&CK version that the mapping was made against. */
  readonly mappingAttack: string;
  /** ISO 8601 date of the mapping's last update. */
  readonly mappingDate: string;
}

export interface TechniqueExplanation {
  readonly id: string;
  readonly name: string;
  readonly kind: IdentifierKind;
  readonly parent: string | null;
  readonly tactics: readonly Named[];
  readonly platforms: readonly string[];
  readonly status: AttackStatus;
  /** The version in which the status began, and the successors of a revoked id. */
  readonly statusVersion: string;
  /** True where the status is as old as the oldest release at hand. */
  readonly statusOrEarlier: boolean;
  readonly successors: readonly Named[];
  readonly controls: readonly MappedControl[];
  readonly mitigations: readonly Named[];
  readonly urls: { readonly attack: string; readonly mappingsExplorer: string | null };
  readonly versions: Versions;
}

export interface MappedControl {
  readonly id: string;
  readonly title: string;
  readonly mappingType: string;
  readonly edition: EditionId;
  /** The id that the mapping file has for the technique, where that is another one. */
  readonly via?: string;
}

export interface ControlExplanation {
  readonly id: string;
  readonly edition: EditionId;
  readonly title: string;
  readonly domain: { readonly code: string; readonly name: string } | null;
  readonly state: State;
  /** The same control in the other editions. */
  readonly otherEditions: Readonly<Record<EditionId, { readonly id: string; readonly title: string }>>;
  /** What the same id means in other editions, where that is another control. */
  readonly otherReadings: Readonly<Record<EditionId, { readonly title: string }>>;
  readonly techniques: readonly (Named & { readonly mappingType: string })[];
  readonly urls: { readonly mappingsExplorer: string | null };
  readonly versions: Versions;
}

/** An id that means nothing in the edition, or anywhere. */
export interface UnknownExplanation {
  readonly id: string;
  readonly state: 'unknown';
  readonly edition: EditionId | null;
  /** Editions in which the id does mean something. */
  readonly otherReadings: Readonly<Record<EditionId, { readonly title: string }>>;
  readonly suggestions: readonly string[];
  /** The same in a sentence: where the id comes from, or that nothing knows it. */
  readonly message: string;
}

export type Explanation = TechniqueExplanation | ControlExplanation | UnknownExplanation;

/** Everything known about one id. `edition` numbers the controls: those explained, and those listed for a technique. */
export function explain(knowledge: KnowledgeBase, id: CanonicalId, edition?: EditionId): Explanation {
  return kindOf(id).family === 'attack'
    ? explainAttack(knowledge, id, edition ?? MAPPING_EDITION)
    : explainControl(knowledge, id, edition ?? knowledge.ccm.defaultEdition(id));
}

export function versionsOf({ attack, ccm }: KnowledgeBase): Versions {
  const { frameworkVersion, attackVersion, updated } = ccm.mapping;
  return {
    attack: attack.newest(),
    mapping: frameworkVersion,
    mappingAttack: attackVersion,
    mappingDate: updated,
  };
}

function explainAttack(knowledge: KnowledgeBase, id: CanonicalId, edition: EditionId): Explanation {
  const { attack, ccm } = knowledge;
  const resolution = resolve(knowledge, id, undefined);
  if (resolution.kind !== 'attack') return unresolved(knowledge, resolution, null);
  const { facts } = resolution;
  const named = (each: CanonicalId): Named => ({ id: each, name: attack.name(each) });
  const isTechnique = facts.kind === 'technique' || facts.kind === 'sub-technique';
  return {
    id,
    name: facts.name,
    kind: facts.kind,
    parent: facts.kind === 'sub-technique' ? parentOf(id) : null,
    tactics: facts.tactics.map(named),
    platforms: facts.platforms,
    status: facts.status,
    statusVersion: facts.statusVersion,
    statusOrEarlier: facts.statusOrEarlier,
    successors: facts.successors.map(named),
    controls: isTechnique ? controlsOf(knowledge, id, edition) : [],
    mitigations: facts.mitigations.map(named),
    urls: {
      attack: attackUrl(id, facts.kind),
      mappingsExplorer: isTechnique ? explorerPage(knowledge, id) : null,
    },
    versions: versionsOf({ ...knowledge, ccm }),
  };
}

/** The explorer has a page for each technique of the ATT&CK version that the mapping was made against. */
export function explorerPage({ attack, ccm }: KnowledgeBase, id: CanonicalId): string | null {
  const then = attack.at(id, ccm.mapping.attackVersion);
  const hasPage = then?.status === 'current' && then.domains.includes(ccm.mapping.attackDomain);
  return hasPage ? explorerTechniqueUrl(id, ccm.mapping) : null;
}

/** Sorted by id, as the edition writes it. */
function controlsOf(knowledge: KnowledgeBase, id: CanonicalId, edition: EditionId): MappedControl[] {
  return mitigatingControls(knowledge, id)
    .map(({ framework, control, type, via }) => {
      const shown = control.ids[edition] === undefined ? MAPPING_EDITION : edition;
      return {
        id: framework.id(control, shown),
        title: framework.title(control, shown),
        mappingType: type,
        edition: shown,
        ...(via === undefined ? {} : { via }),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function explainControl(knowledge: KnowledgeBase, id: CanonicalId, edition: EditionId): Explanation {
  const { ccm, attack } = knowledge;
  const resolution = resolve(knowledge, id, edition);
  if (resolution.kind !== 'control') return unresolved(knowledge, resolution, edition);
  const { control } = resolution;
  const domain = ccm.domain(control.domain);
  const mappingId = control.ids[MAPPING_EDITION];
  return {
    id,
    edition,
    title: ccm.title(control, edition),
    domain: domain ? { code: domain.codes?.[edition] ?? domain.code, name: domain.name } : null,
    state: stateOf(knowledge, resolution),
    otherEditions: otherEditions(ccm, control, edition),
    otherReadings: readingsOf(ccm, id, control),
    techniques: ccm.techniquesOf(control).map(({ technique = '', type }) => ({
      id: technique,
      name: attack.name(technique, ccm.mapping.attackVersion),
      mappingType: type,
    })),
    urls: { mappingsExplorer: mappingId === undefined ? null : explorerControlUrl(mappingId, ccm.mapping) },
    versions: versionsOf(knowledge),
  };
}

function unresolved(
  knowledge: KnowledgeBase,
  resolution: Resolution,
  edition: EditionId | null,
): UnknownExplanation {
  const { id, kind } = resolution;
  if (kind === 'attack' || kind === 'control') throw new Error(`${id} is resolved`);
  return {
    id,
    state: 'unknown',
    edition,
    otherReadings: edition === null ? {} : readingsOf(knowledge.ccm, id, undefined),
    suggestions: suggestionsFor(knowledge, resolution),
    message: unresolvedText(knowledge, resolution),
  };
}

/** What stands for the control here, where another edition has its id; else what looks like the id. */
function suggestionsFor(knowledge: KnowledgeBase, resolution: Unresolved): readonly string[] {
  switch (resolution.kind) {
    case 'other-edition':
      return [
        ...new Set(resolution.readings.flatMap(({ control }) => control.ids[resolution.edition] ?? [])),
      ];
    case 'legacy':
      return resolution.record?.successors ?? [];
    case 'unknown':
      return suggestIds(knowledge, resolution.id, resolution.edition);
    default:
      return [];
  }
}

function otherEditions(
  ccm: Framework,
  control: Control,
  edition: EditionId,
): ControlExplanation['otherEditions'] {
  const others = ccm.editions.filter(({ id }) => id !== edition && control.ids[id] !== undefined);
  return Object.fromEntries(
    others.map(({ id }) => [id, { id: ccm.id(control, id), title: ccm.title(control, id) }]),
  );
}

function readingsOf(
  ccm: Framework,
  id: CanonicalId,
  control: Control | undefined,
): ControlExplanation['otherReadings'] {
  const others = ccm.readings(id).filter((reading) => reading.control.key !== control?.key);
  return Object.fromEntries(
    others.map((reading) => [reading.edition, { title: ccm.title(reading.control, reading.edition) }]),
  );
}
