import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { search } from '../search/search';

/** What a filter finds. */
export interface Hits {
  /** Keys of controls. */
  readonly controls: ReadonlySet<string>;
  /** Techniques and sub-techniques. */
  readonly attack: ReadonlySet<CanonicalId>;
  /** Few enough to be shown at once. */
  readonly areFew: boolean;
}

const ALL = Number.POSITIVE_INFINITY;
const FEW = 60;

/** A control is found by its id and title in any edition. */
export function hitsOf(knowledge: KnowledgeBase, filter: string, attackVersion: string | undefined): Hits {
  const controls = new Set<string>();
  for (const framework of knowledge.frameworks.values()) {
    for (const { id: edition } of framework.editions) {
      const editionOf = (each: Framework): EditionId | undefined =>
        each === framework ? edition : undefined;
      const found = search(knowledge, filter, { kinds: ['control'], editionOf, attackVersion, limit: ALL });
      for (const { id } of found.entries) {
        const control = framework.byId(edition, id);
        if (control) controls.add(control.key);
      }
    }
  }
  const { entries } = search(knowledge, filter, {
    kinds: ['technique', 'sub-technique'],
    editionOf: () => undefined,
    attackVersion,
    limit: ALL,
  });
  const attack = new Set(entries.filter(({ status }) => status === 'current').map(({ id }) => id));
  return { controls, attack, areFew: controls.size + attack.size <= FEW };
}
