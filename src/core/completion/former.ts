import type { EditionId } from '../knowledge/framework';
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
  const { ccm } = knowledge;
  const seen = new Set<string>();
  return ccm.editions.flatMap(({ id: other }) =>
    search(knowledge, typed, { ...options, edition: other, kinds: ['control'] }).entries.flatMap((former) => {
      const control = ccm.byId(other, former.id);
      if (!control || control.ids[options.edition] === undefined || seen.has(control.key)) return [];
      seen.add(control.key);
      const entry = controlEntry(ccm, control, options.edition);
      return [{ entry, former: { ...former, edition: other } }];
    }),
  );
}
