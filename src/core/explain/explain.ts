import { frameworkDescriptor } from '../frameworks/registry';
import {
  ATTACK,
  baseControlOf,
  kindOf,
  parentOf,
  type CanonicalId,
  type IdentifierKind,
} from '../identifiers/grammar';
import { compareIds } from '../knowledge/compareIds';
import type { Control, EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackStatus, MappingSource } from '../knowledge/records';
import { attackUrl, explorerTechniqueUrl } from '../knowledge/urls';
import { countByFramework, mitigatingControls, type MitigatingControl } from '../resolution/mitigating';
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
  /** The same of every framework that is spoken of, the one above among them. */
  readonly mappings: readonly MappingVersion[];
}

export interface MappingVersion {
  readonly framework: string;
  readonly version: string;
  readonly attack: string;
  readonly date: string;
}

export interface TechniqueExplanation {
  readonly id: string;
  readonly name: string;
  /** Our own sentence on it; null without one. */
  readonly summary: string | null;
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
  /** Of a tactic, those that have it; of a mitigation, those that it mitigates. */
  readonly techniques: readonly RelatedTechnique[];
  readonly urls: { readonly attack: string; readonly mappingsExplorer: string | null };
  readonly versions: Versions;
}

export interface RelatedTechnique extends Named {
  /** How many controls are mapped to it. */
  readonly controls: number;
}

export interface MappedControl {
  readonly id: string;
  readonly title: string;
  readonly mappingType: string;
  readonly edition: EditionId;
  /** The key of its framework. */
  readonly framework: string;
  /** The id that the mapping file has for the technique, where that is another one. */
  readonly via?: string;
}

export interface ControlExplanation {
  readonly id: string;
  readonly edition: EditionId;
  /** The key of its framework. */
  readonly framework: string;
  /** The control that an enhancement belongs to, whose title and techniques are told; null for a control. */
  readonly enhancementOf: string | null;
  readonly title: string;
  /** Our own sentence on the control; null without one, and for an enhancement. */
  readonly summary: string | null;
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

/**
 * Everything known about one id. `edition` numbers the controls of the frameworks that have it: those explained, and
 * those listed for a technique.
 */
export function explain(knowledge: KnowledgeBase, id: CanonicalId, edition?: EditionId): Explanation {
  if (kindOf(id).family === ATTACK) return explainAttack(knowledge, id, edition);
  const framework = knowledge.frameworkOf(id);
  if (!framework) return leftOut(id);
  return explainControl(knowledge, framework, id, editionOrDefault(framework, id, edition));
}

/** The edition, if it is one of the framework; else the one that the ID is read in by default. */
export function editionOrDefault(
  framework: Framework,
  id: CanonicalId,
  edition: EditionId | undefined,
): EditionId {
  const isOwn =
    edition !== undefined && (framework.hasEdition(edition) || edition === framework.legacyEdition);
  return isOwn ? edition : framework.defaultEdition(id);
}

/** An id of a framework that is left out. */
function leftOut(id: CanonicalId): UnknownExplanation {
  const message = leftOutText(id);
  return { id, state: 'unknown', edition: null, otherReadings: {}, suggestions: [], message };
}

/** What to say about an ID of a framework that is left out. */
export function leftOutText(id: CanonicalId): string {
  const { words } = frameworkDescriptor(kindOf(id).family);
  return `An ID of ${words.short}, a framework that isn't enabled.`;
}

/** Of frameworks, the first of them above the others; never empty. */
function versionsOf({ attack }: KnowledgeBase, frameworks: readonly Framework[]): Versions {
  const mappings = frameworks.map(({ key, mapping }) => ({
    framework: key,
    version: mapping.frameworkVersion,
    attack: mapping.attackVersion,
    date: mapping.updated,
  }));
  const [first] = mappings;
  return {
    attack: attack.newest(),
    mapping: first?.version ?? '',
    mappingAttack: first?.attack ?? '',
    mappingDate: first?.date ?? '',
    mappings,
  };
}

function explainAttack(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
): Explanation {
  const { attack } = knowledge;
  const resolution = resolve(knowledge, id, undefined);
  if (resolution.kind !== 'attack') return unresolved(knowledge, resolution, null);
  const { facts } = resolution;
  const named = (each: CanonicalId): Named => ({ id: each, name: attack.name(each) });
  const isTechnique = facts.kind === 'technique' || facts.kind === 'sub-technique';
  return {
    id,
    name: facts.name,
    summary: knowledge.summaries.of(id) ?? null,
    kind: facts.kind,
    parent: facts.kind === 'sub-technique' ? parentOf(id) : null,
    tactics: facts.tactics.map((each) => ({
      ...named(each),
      name: knowledge.attack.tacticNameOf(facts, each),
    })),
    platforms: facts.platforms,
    status: facts.status,
    statusVersion: facts.statusVersion,
    statusOrEarlier: facts.statusOrEarlier,
    successors: facts.successors.map(named),
    controls: isTechnique ? controlsOf(knowledge, id, edition) : [],
    mitigations: facts.mitigations.map(named),
    techniques: relatedTechniques(knowledge, id, facts.kind),
    urls: {
      attack: attackUrl(id, facts.kind),
      mappingsExplorer: isTechnique ? explorerPage(knowledge, id) : null,
    },
    versions: versionsOf(knowledge, [...knowledge.frameworks.values()]),
  };
}

/** Current ones, by id. */
function relatedTechniques(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  kind: IdentifierKind,
): RelatedTechnique[] {
  if (kind !== 'tactic' && kind !== 'mitigation') return [];
  const { attack } = knowledge;
  return attack.ids('technique', 'sub-technique').flatMap((each) => {
    const facts = attack.at(each);
    const isRelated = kind === 'tactic' ? facts?.tactics.includes(id) : facts?.mitigations.includes(id);
    if (!facts || facts.status !== 'current' || isRelated !== true) return [];
    return [{ id: each, name: facts.name, controls: mitigatingControls(knowledge, each).length }];
  });
}

/**
 * The explorer has a page for each technique of an ATT&CK version that a mapping was made against; that of the first
 * framework that has one.
 */
export function explorerPage({ attack, frameworks }: KnowledgeBase, id: CanonicalId): string | null {
  const mapping = [...frameworks.values()].map((each) => each.mapping).find(hasPage);
  return mapping ? explorerTechniqueUrl(id, mapping) : null;

  function hasPage({ attackVersion, attackDomain }: MappingSource): boolean {
    const then = attack.at(id, attackVersion);
    return then?.status === 'current' && then.domains.includes(attackDomain);
  }
}

/** By framework, and sorted by id, as the edition writes it. */
function controlsOf(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
): MappedControl[] {
  const all = mitigatingControls(knowledge, id);
  return countByFramework(all).flatMap(({ framework }) =>
    all
      .filter((each) => each.framework === framework)
      .map((each) => mappedControl(each, edition))
      .sort((a, b) => compareIds(a.id, b.id)),
  );
}

function mappedControl(
  { framework, control, type, via }: MitigatingControl,
  edition: EditionId = framework.mappingEdition,
): MappedControl {
  const shown = control.ids[edition] === undefined ? framework.mappingEdition : edition;
  return {
    id: framework.id(control, shown),
    title: framework.title(control, shown),
    mappingType: type,
    edition: shown,
    framework: framework.key,
    ...(via === undefined ? {} : { via }),
  };
}

function explainControl(
  knowledge: KnowledgeBase,
  framework: Framework,
  id: CanonicalId,
  edition: EditionId,
): Explanation {
  const resolution = resolve(knowledge, id, edition);
  if (resolution.kind !== 'control') return unresolved(knowledge, resolution, edition);
  const { control } = resolution;
  const domain = framework.domain(control.domain);
  const base = baseControlOf(id);
  return {
    id,
    edition,
    framework: framework.key,
    enhancementOf: base === id ? null : base,
    title: framework.title(control, edition),
    summary: (base === id ? knowledge.summaries.of(control.key) : undefined) ?? null,
    domain: domain ? { code: domain.codes?.[edition] ?? domain.code, name: domain.name } : null,
    state: stateOf(resolution),
    otherEditions: otherEditions(framework, control, edition),
    otherReadings: readingsOf(framework, id, control),
    techniques: framework.techniquesOf(control).map(({ technique = '', type }) => ({
      id: technique,
      name: knowledge.attack.name(technique, framework.mapping.attackVersion),
      mappingType: type,
    })),
    urls: { mappingsExplorer: framework.pageOf(control) ?? null },
    versions: versionsOf(knowledge, [framework]),
  };
}

function unresolved(
  knowledge: KnowledgeBase,
  resolution: Resolution,
  edition: EditionId | null,
): UnknownExplanation {
  const { id, kind } = resolution;
  if (kind === 'attack' || kind === 'control') throw new Error(`${id} is resolved`);
  const framework = knowledge.frameworkOf(id);
  return {
    id,
    state: 'unknown',
    edition,
    otherReadings: framework ? readingsOf(framework, id, undefined) : {},
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
  framework: Framework,
  control: Control,
  edition: EditionId,
): ControlExplanation['otherEditions'] {
  const others = framework.editions.filter(({ id }) => id !== edition && control.ids[id] !== undefined);
  return Object.fromEntries(
    others.map(({ id }) => [id, { id: framework.id(control, id), title: framework.title(control, id) }]),
  );
}

function readingsOf(
  framework: Framework,
  id: CanonicalId,
  control: Control | undefined,
): ControlExplanation['otherReadings'] {
  const others = framework.readings(id).filter((reading) => reading.control.key !== control?.key);
  return Object.fromEntries(
    others.map((reading) => [reading.edition, { title: framework.title(reading.control, reading.edition) }]),
  );
}
