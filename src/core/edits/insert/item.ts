import type { Analysis } from '../../analysis/analysis';
import type { CanonicalId, Family } from '../../identifiers/grammar';
import type { Control, EditionId, Framework } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import { mitigatingControls } from '../../resolution/mitigating';
import { attackSubject, controlSubject, type Subject } from '../../resolution/subject';
import { isTechniqueReference } from '../../analysis/citations';

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

/** The family of what is written at the reference: never its own. */
export function familyFor(target: Reference): Family {
  return target.family === 'attack' ? 'ccm' : 'attack';
}

/** Everything that the mapping connects to the reference, in the mapping's order. */
export function itemsFor(analysis: Analysis, target: Reference): Item[] {
  if (isTechniqueReference(target)) {
    return mitigatingControls(analysis.knowledge, target.id).map(({ control, framework }) =>
      controlItem(framework, control),
    );
  }
  const resolution = analysis.resolve(target);
  if (resolution.kind !== 'control') return [];
  const rows = analysis.knowledge.ccm.techniquesOf(resolution.control);
  const ids = rows.flatMap(({ technique }) => (technique ? currentIds(analysis, technique) : []));
  return [...new Set(ids)].map((id) => techniqueItem(analysis, id));
}

function controlItem(framework: Framework, control: Control): Item {
  return {
    subject: controlSubject(framework.key, control.key),
    family: 'ccm',
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
