import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { controlEntry, type Entry } from '../search/entry';
import { search, type SearchOptions } from '../search/search';

/** A control under the id of its edition, and under the one of another edition that was typed. */
export interface Former {
  readonly entry: Entry;
  readonly former: Entry & { readonly edition: EditionId };
}

/** Where the edition has no id that begins so and another one has: what those controls are called here. */
export function renumbered(knowledge: KnowledgeBase, typed: string, options: SearchOptions): Former[] {
  const seen = new Set<string>();
  return [...knowledge.frameworks.values()].flatMap((framework) => {
    const edition = options.editionOf(framework);
    if (edition === undefined) return [];
    return framework.editions.flatMap(({ id: other }) =>
      entriesOf(knowledge, typed, { framework, other, options }).flatMap((former) => {
        const control = framework.byId(other, former.id);
        if (!control || control.ids[edition] === undefined || seen.has(control.key)) return [];
        seen.add(control.key);
        const entry = controlEntry(framework, control, edition);
        return [{ entry, former: { ...former, edition: other } }];
      }),
    );
  });
}

interface OtherEdition {
  readonly framework: Framework;
  readonly other: EditionId;
  readonly options: SearchOptions;
}

function entriesOf(
  knowledge: KnowledgeBase,
  typed: string,
  { framework, other, options }: OtherEdition,
): readonly Entry[] {
  const editionOf = (each: Framework): EditionId | undefined => (each === framework ? other : undefined);
  return search(knowledge, typed, { ...options, editionOf, kinds: ['control'] }).entries;
}
