import type { Analysis } from '../../analysis/analysis';
import { ATTACK, type CanonicalId, type Family } from '../../identifiers/grammar';
import type { Control, EditionId, Framework } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import { mitigatingControls } from '../../resolution/mitigating';
import { attackSubject, controlSubject, type Subject } from '../../resolution/subject';
import { citationsOf, isTechniqueReference } from '../../analysis/citations';

/** What may be written at a reference: the controls that are mapped to a technique, or the reverse. */
export interface Item {
  readonly subject: Subject;
  readonly family: Family;
  /** In the newest edition that has it. */
  readonly anyId: CanonicalId;
  /** By edition; undefined where the edition has no such control. */
  idIn(edition: EditionId): CanonicalId | undefined;
  titleIn(edition: EditionId): string;
}

/** A reference at which something is written. */
export interface Target extends Reference {
  /** The family of what is written: never its own. */
  readonly inserts: Family;
}

export function familyFor(target: Target): Family {
  return target.inserts;
}

/**
 * The frameworks whose controls may be written at a technique: the one that the document uses. If it uses several or
 * none, those that have a control for the technique; a reader is asked for one of them. None at a control.
 */
export function frameworksFor(analysis: Analysis, reference: Reference): readonly Framework[] {
  if (reference.family !== ATTACK) return [];
  const { frameworks: used } = citationsOf(analysis);
  if (used.length === 1) return used;
  const mapped = new Set(mitigatingControls(analysis.knowledge, reference.id).map((each) => each.framework));
  const candidates = used.length > 0 ? used : [...analysis.knowledge.frameworks.values()];
  return candidates.filter((each) => mapped.has(each));
}

/** A reference as a target for controls of a framework, the first of `frameworksFor` unless told; or for techniques. */
export function targetFor(analysis: Analysis, reference: Reference, framework?: Framework): Target {
  if (reference.family !== ATTACK) return { ...reference, inserts: ATTACK };
  const own = framework ?? frameworksFor(analysis, reference)[0] ?? analysis.knowledge.first;
  return { ...reference, inserts: own.key };
}

/** Everything that the mapping connects to the target, in the mapping's order. */
export function itemsFor(analysis: Analysis, target: Target): Item[] {
  if (isTechniqueReference(target)) {
    return mitigatingControls(analysis.knowledge.only([target.inserts]), target.id).map(
      ({ control, framework }) => controlItem(framework, control),
    );
  }
  const resolution = analysis.resolve(target);
  if (resolution.kind !== 'control') return [];
  const rows = resolution.framework.techniquesOf(resolution.control);
  const ids = rows.flatMap(({ technique }) => (technique ? currentIds(analysis, technique) : []));
  return [...new Set(ids)].map((id) => techniqueItem(analysis, id));
}

function controlItem(framework: Framework, control: Control): Item {
  return {
    subject: controlSubject(framework.key, control.key),
    family: framework.key,
    anyId: framework.id(control),
    idIn: (edition) => (control.ids[edition] === undefined ? undefined : framework.id(control, edition)),
    titleIn: (edition) => framework.title(control, edition),
  };
}

function techniqueItem({ knowledge, settings }: Analysis, id: CanonicalId): Item {
  return {
    subject: attackSubject(id),
    family: 'attack',
    anyId: id,
    idIn: () => id,
    titleIn: () => knowledge.attack.name(id, settings.attackVersion),
  };
}

/** The mapping may be older than the ATT&CK release at hand: a revoked technique gives way to its successors. */
function currentIds({ knowledge, settings }: Analysis, technique: string): readonly CanonicalId[] {
  const facts = knowledge.attack.at(technique, settings.attackVersion);
  if (!facts || facts.status === 'deprecated') return [];
  return facts.status === 'revoked' ? facts.successors : [facts.id];
}

/** Written out, and meant as one of the family: nothing speaks for another meaning of it. */
export function isNeighbor(reference: Reference, family: Family): boolean {
  const { kind, implied, certainty } = reference;
  if (reference.family !== family || implied) return false;
  if (family === 'attack' && kind !== 'technique' && kind !== 'sub-technique') return false;
  return certainty !== 'doubtful' || reference.evidence.every(({ weight }) => weight > 0);
}

/** True where a framework's name may stand before what is written beside these: none of them is understood. */
export function lacksName(neighbors: readonly Reference[]): boolean {
  return neighbors.every(({ certainty }) => certainty === 'doubtful');
}
