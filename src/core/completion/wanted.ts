import type { IdentifierKind } from '../identifiers/grammar';
import type { Span } from '../text/span';
import type { Place } from '../documents/place';
import { Match, type MatchRank } from '../search/match';

/** An id that the text before the cursor asks for. */
export interface Wanted {
  /** What is replaced: from where the id or its name was begun to the end of the word under the cursor. */
  readonly span: Span;
  /** What stands between the start of the span and the cursor. */
  readonly typed: string;
  readonly kinds: readonly IdentifierKind[];
  readonly by: By;
  /** The key of the framework whose name is right before; undefined if none is. */
  readonly framework?: string | undefined;
  /** The place, where its table's cell is not yet one for the parser. */
  readonly place: Place;
  /** A value of YAML or JSON, or a part of a web address, takes the id alone. */
  readonly takesIdOnly: boolean;
}

/**
 * What may be typed. `id`: the beginning of an id. `beginning`: or that of a name, as in a sentence, where other words
 * could stand. `words`: or words of a name, where nothing but an id belongs.
 */
export type By = 'id' | 'beginning' | 'words';

export const WORST_MATCH: Readonly<Record<By, MatchRank>> = {
  id: Match.beginsId,
  beginning: Match.beginsName,
  words: Match.wordsOfAll,
};

export const TECHNIQUE_KINDS: readonly IdentifierKind[] = ['technique', 'sub-technique'];

const REST_OF_WORD = /^[\p{L}\p{N}&]*(?:[-./]\p{N}[\p{L}\p{N}]*)*/u;
const MAX_WORD = 60;

/** The end of the word that the offset stands in: `T10|21.007` to its last digit. */
export function endOfWord(text: string, offset: number): number {
  return offset + (REST_OF_WORD.exec(text.slice(offset, offset + MAX_WORD))?.[0].length ?? 0);
}
