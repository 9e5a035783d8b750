import type { IdentifierKind } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { entriesOf, type Numbering } from './entries';
import { isOutdated, type Entry } from './entry';
import { match, Match, queryOf, type MatchRank } from './match';

export interface SearchOptions extends Numbering {
  /** Where two answer equally well, the kind that stands first wins. */
  readonly kinds: readonly IdentifierKind[];
  /** The worst match that counts; any unless told. */
  readonly worst?: MatchRank;
  readonly limit?: number;
}

export interface Found {
  /** Best first; what is revoked or deprecated last, unless its whole id was typed. */
  readonly entries: readonly Entry[];
  /** True where there are more than the limit. */
  readonly isCut: boolean;
}

export const MAX_FOUND = 200;

/** What has the id or the name that is typed, or words that begin as the words typed do: `strong auth` finds IAM-14. */
export function search(knowledge: KnowledgeBase, typed: string, options: SearchOptions): Found {
  const { kinds, worst = Match.wordsOfAll, limit = MAX_FOUND } = options;
  const query = queryOf(typed);
  const buckets: Entry[][] = [];
  for (const entry of entriesOf(knowledge, options, kinds)) {
    const rank = match(entry, query);
    if (rank === undefined || rank > worst) continue;
    const place = isOutdated(entry) && rank !== Match.sameId ? rank + OUTDATED : rank;
    (buckets[place] ??= []).push(entry);
  }
  const entries = buckets.flat();
  return { entries: entries.slice(0, limit), isCut: entries.length > limit };
}

const OUTDATED = 10;
