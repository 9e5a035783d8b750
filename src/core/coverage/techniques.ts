import type { CanonicalId } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { mitigatingControls, type MitigatingControl } from '../resolution/mitigating';
import { resolve } from '../resolution/resolve';
import { together, type CoverageSum, type Occurrences } from './sum';

/**
 * How a technique stands. `addressed`: at least one control that is mapped to it is cited. `gap`: controls are mapped
 * to it, and none is cited. `no-mapped-control`: the mapping has none for it.
 */
export const TECHNIQUE_STATES = ['addressed', 'gap', 'no-mapped-control'] as const;
export type TechniqueState = (typeof TECHNIQUE_STATES)[number];

/**
 * A technique that documents name. One that was revoked in favor of another is counted under its successor: under
 * both ids it is one technique, and one who names the old id and one who names the new id speak of the same. The
 * controls are still those of the ids as written, so that a hover over each says the same as its line here.
 */
export interface TechniqueLine extends Occurrences {
  readonly id: CanonicalId;
  readonly facts: AttackFacts;
  /** As documents have it; sorted, never empty. */
  readonly written: readonly CanonicalId[];
  readonly state: TechniqueState;
  /** The controls that are mapped to it, each once. */
  readonly mapped: readonly MitigatingControl[];
  /** Those of them that are cited. */
  readonly cited: readonly MitigatingControl[];
}

/** An id of a technique that the ATT&CK version judged by does not have. */
export interface UnjudgedId extends Occurrences {
  readonly id: CanonicalId;
  /** `newer` may come from a later release. */
  readonly reason: 'newer' | 'unknown';
}

interface Named {
  readonly facts: AttackFacts | undefined;
  /** By the ids that documents use. */
  readonly occurrences: Map<CanonicalId, Occurrences>;
}

export function techniqueLines(
  knowledge: KnowledgeBase,
  { techniques: named, controls: cited }: CoverageSum,
  attackVersion: string | undefined,
): { readonly techniques: TechniqueLine[]; readonly unjudged: UnjudgedId[] } {
  const techniques: TechniqueLine[] = [];
  const unjudged: UnjudgedId[] = [];
  const counted = [...countedAs(knowledge, named, attackVersion)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, { facts, occurrences }] of counted) {
    if (facts) techniques.push(lineOf(knowledge, id, facts, occurrences, cited));
    else {
      const resolution = resolve(knowledge, id, undefined, attackVersion);
      const reason = resolution.kind === 'newer' ? 'newer' : 'unknown';
      unjudged.push({ id, reason, ...together([...occurrences.values()]) });
    }
  }
  return { techniques, unjudged };
}

/** By the id that a technique is counted under. */
function countedAs(
  { attack }: KnowledgeBase,
  techniques: CoverageSum['techniques'],
  attackVersion: string | undefined,
): Map<CanonicalId, Named> {
  const all = new Map<CanonicalId, Named>();
  for (const [written, occurrence] of techniques) {
    const facts = attack.at(written, attackVersion);
    const successor = facts && onlySuccessor(facts);
    const counted = (successor && attack.at(successor, attackVersion)) ?? facts;
    const id = counted?.id ?? written;
    const named = all.get(id) ?? { facts: counted, occurrences: new Map<CanonicalId, Occurrences>() };
    all.set(id, named);
    named.occurrences.set(written, occurrence);
  }
  return all;
}

/** Where there are several, nothing says which of them is meant: the technique stays what it was. */
export function onlySuccessor({ status, successors }: AttackFacts): CanonicalId | undefined {
  return status === 'revoked' && successors.length === 1 ? successors[0] : undefined;
}

function lineOf(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  facts: AttackFacts,
  occurrences: ReadonlyMap<CanonicalId, Occurrences>,
  isCited: ReadonlyMap<string, unknown>,
): TechniqueLine {
  const written = [...occurrences.keys()].sort();
  const byKey = new Map<string, MitigatingControl>();
  for (const each of written.flatMap((one) => mitigatingControls(knowledge, one)))
    if (!byKey.has(each.control.key)) byKey.set(each.control.key, each);
  const mapped = [...byKey.values()];
  const cited = mapped.filter(({ control }) => isCited.has(control.key));
  const state = mapped.length === 0 ? 'no-mapped-control' : cited.length > 0 ? 'addressed' : 'gap';
  return { id, facts, written, state, mapped, cited, ...together([...occurrences.values()]) };
}
