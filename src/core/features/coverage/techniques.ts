import type { CanonicalId } from '../../identifiers/grammar';
import type { AttackFacts } from '../../knowledge/attack';
import type { KnowledgeBase } from '../../knowledge/knowledgeBase';
import { mitigatingControls, type MitigatingControl } from '../../resolution/mitigating';
import { resolve } from '../../resolution/resolve';
import type { Range } from '../../text/span';
import type { Mention, CoverageInput } from './input';

/**
 * How a technique stands. `addressed`: at least one control that is mapped to it is cited. `gap`: controls are mapped
 * to it, and none is cited. `no-mapped-control`: the mapping has none for it.
 */
export const TECHNIQUE_STATES = ['addressed', 'gap', 'no-mapped-control'] as const;
export type TechniqueState = (typeof TECHNIQUE_STATES)[number];

/** Where something is named first in a document. */
export interface MentionPlace {
  readonly path: string;
  readonly range: Range;
}

/**
 * A technique that documents name. One that was revoked in favor of another is counted under its successor: under
 * both ids it is one technique, and one who names the old id and one who names the new id speak of the same. The
 * controls are still those of the ids as written, so that a hover over each says the same as its line here.
 */
export interface TechniqueLine {
  readonly id: CanonicalId;
  readonly facts: AttackFacts;
  /** As documents have it; sorted, never empty. */
  readonly written: readonly CanonicalId[];
  readonly state: TechniqueState;
  /** The controls that are mapped to it, each once. */
  readonly mapped: readonly MitigatingControl[];
  /** Those of them that are cited. */
  readonly cited: readonly MitigatingControl[];
  readonly references: number;
  /** One for each document, in their order. */
  readonly places: readonly MentionPlace[];
}

/** An id of a technique that the ATT&CK version judged by does not have. */
export interface UnjudgedId {
  readonly id: CanonicalId;
  /** `newer` may come from a later release. */
  readonly reason: 'newer' | 'unknown';
  readonly references: number;
  readonly places: readonly MentionPlace[];
}

interface Named {
  readonly facts: AttackFacts | undefined;
  readonly written: Set<CanonicalId>;
  references: number;
  readonly places: MentionPlace[];
}

/** `cited` holds keys of controls. The documents are in order. */
export function techniqueLines(
  knowledge: KnowledgeBase,
  documents: readonly CoverageInput[],
  cited: ReadonlySet<string>,
  attackVersion: string | undefined,
): { readonly techniques: TechniqueLine[]; readonly unjudged: UnjudgedId[] } {
  const techniques: TechniqueLine[] = [];
  const unjudged: UnjudgedId[] = [];
  const named = [...namedIn(knowledge, documents, attackVersion)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, each] of named) {
    const { facts, references, places } = each;
    if (facts) techniques.push(lineOf(knowledge, id, facts, each, cited));
    else {
      const resolution = resolve(knowledge, id, undefined, attackVersion);
      const reason = resolution.kind === 'newer' ? 'newer' : 'unknown';
      unjudged.push({ id, reason, references, places });
    }
  }
  return { techniques, unjudged };
}

/** By the id that a technique is counted under. */
function namedIn(
  { attack }: KnowledgeBase,
  documents: readonly CoverageInput[],
  attackVersion: string | undefined,
): Map<CanonicalId, Named> {
  const all = new Map<CanonicalId, Named>();
  for (const { path, techniques } of documents) {
    for (const [written, mention] of techniques) {
      const facts = attack.at(written, attackVersion);
      const successor = facts && onlySuccessor(facts);
      const counted = (successor && attack.at(successor, attackVersion)) ?? facts;
      const id = counted?.id ?? written;
      const named = all.get(id) ?? { facts: counted, written: new Set(), references: 0, places: [] };
      all.set(id, named);
      add(named, written, path, mention);
    }
  }
  return all;
}

/** Where there are several, nothing says which of them is meant: the technique stays what it was. */
function onlySuccessor({ status, successors }: AttackFacts): CanonicalId | undefined {
  return status === 'revoked' && successors.length === 1 ? successors[0] : undefined;
}

/** In one document the old and the new id may both stand: the place is that of the first. */
function add(named: Named, written: CanonicalId, path: string, { count, range }: Mention): void {
  named.written.add(written);
  named.references += count;
  const last = named.places.at(-1);
  if (last?.path !== path) named.places.push({ path, range });
}

function lineOf(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  facts: AttackFacts,
  { written, references, places }: Named,
  cited: ReadonlySet<string>,
): TechniqueLine {
  const byKey = new Map<string, MitigatingControl>();
  for (const each of [...written].flatMap((one) => mitigatingControls(knowledge, one)))
    if (!byKey.has(each.control.key)) byKey.set(each.control.key, each);
  const mapped = [...byKey.values()];
  const citedOfThem = mapped.filter(({ control }) => cited.has(control.key));
  const state = mapped.length === 0 ? 'no-mapped-control' : citedOfThem.length > 0 ? 'addressed' : 'gap';
  return { id, facts, written: [...written].sort(), state, mapped, cited: citedOfThem, references, places };
}
