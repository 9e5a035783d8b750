import type { Analysis } from '../../analysis/analysis';
import { parentOf, type CanonicalId } from '../../identifiers/grammar';
import type { AttackTimeline } from '../../knowledge/attack';
import type { Reference } from '../../recognition/reference';

/** `subtechnique:`, `[[rule.threat.technique.subtechnique]]`, `sub_techniques:` */
export const SUB_KEY = /^sub[-_ ]?techniques?(?:[-_ ]?ids?)?$/i;

/** A technique with the sub-techniques that fields of their own list below it. */
export interface Nested {
  readonly technique: CanonicalId;
  /** Where the technique is named: by its ID, in an address. */
  readonly above: readonly Reference[];
  readonly children: Reference[];
}

/**
 * The ID that a replacement would be wrongly listed with, if fields list sub-techniques below their technique: T1685 is no
 * sub-technique, and T1686.001 is none of T1685. Undefined if it stays right.
 */
export function misplacedBelow(
  analysis: Analysis,
  reference: Reference,
  to: CanonicalId,
): CanonicalId | undefined {
  const nested = nestedWith(analysis, reference);
  if (!nested) return undefined;
  const { attack } = analysis.knowledge;
  const isChild = nested.children.includes(reference);
  const technique = isChild ? currentOf(nested.technique, attack) : to;
  const wrong = nested.children.find((each) => {
    const child = isChild && each.id === reference.id ? to : currentOf(each.id, attack);
    return child === technique || parentOf(child) !== technique;
  });
  return wrong && (isChild ? nested.technique : wrong.id);
}

/** The technique and its sub-techniques that a reference is one of. */
export function nestedWith(analysis: Analysis, reference: Reference): Nested | undefined {
  return analysis.once(nestedTechniques).get(reference);
}

/** The one successor of an ID; the ID itself if it has none, or several. */
export function currentOf(id: CanonicalId, attack: AttackTimeline): CanonicalId {
  const [successor, ...others] = attack.replacementsOf(id);
  return successor !== undefined && others.length === 0 ? successor : id;
}

/** By each reference, the technique above or at it. */
function nestedTechniques({ references }: Analysis): ReadonlyMap<Reference, Nested> {
  const nested = new Map<Reference, Nested>();
  let above: Reference[] = [];
  let current: Nested | undefined;
  for (const reference of references) {
    if (reference.kind !== 'technique' && reference.kind !== 'sub-technique') continue;
    if (reference.place.keys.some(({ name }) => SUB_KEY.test(name))) {
      const [first] = above;
      if (!first || first.id !== parentOf(reference.id)) continue;
      current ??= { technique: first.id, above, children: [] };
      current.children.push(reference);
      for (const each of [...above, reference]) nested.set(each, current);
    } else {
      if (current || above[0]?.id !== reference.id) above = [];
      current = undefined;
      above.push(reference);
    }
  }
  return nested;
}
