import { titleWords } from '../knowledge/titles';
import { pattern } from '../text/pattern';
import type { Entry, SearchKeys } from './entry';

/** How well an entry answers a query; lower is better. */
export const Match = {
  sameId: 0,
  /** `1021.7` for T1021.007, `iam1` for IAM-01. */
  idInShort: 1,
  beginsId: 2,
  sameName: 3,
  beginsName: 4,
  /** The words stand in the name one after the other. */
  inName: 5,
  wordsOfName: 6,
  wordsOfAll: 7,
} as const;
export type MatchRank = (typeof Match)[keyof typeof Match];

/** What somebody types who looks for an id: an id or the beginning of one, or words of a name. */
export interface Query {
  readonly words: readonly string[];
  readonly phrase: string;
  readonly id: IdQuery | undefined;
}

interface IdQuery {
  readonly letters: string;
  readonly digits: string;
  /** Undefined where no separator is typed yet. */
  readonly sub: string | undefined;
}

const MAX_QUERY = 100;
const LETTERS = /([a-z&]{0,3})[-\u2010-\u2015\s]?/;
const ID_QUERY = pattern('', '^', LETTERS, /(?:(\d{1,4})(?:[./_-](\d{0,3}))?)?$/);

export function queryOf(typed: string): Query {
  const text = typed.slice(0, MAX_QUERY).trim().toLowerCase();
  const phrase = titleWords(text);
  const parts = text === '' ? null : ID_QUERY.exec(text);
  const id = parts && { letters: (parts[1] ?? '').replace('&', ''), digits: parts[2] ?? '', sub: parts[3] };
  return { words: phrase === '' ? [] : phrase.split(' '), phrase, id: id ?? undefined };
}

/** Undefined where the entry does not answer the query. Every entry answers the empty one. */
export function match({ keys }: Entry, { id, phrase, words }: Query): MatchRank | undefined {
  return (id && matchId(keys, id)) ?? matchWords(keys, phrase, words);
}

function matchId(keys: SearchKeys, { letters, digits, sub }: IdQuery): MatchRank | undefined {
  if (digits === '')
    return keys.letters.startsWith(letters) && sub === undefined ? Match.beginsId : undefined;
  if (letters !== '' && letters !== keys.letters) return undefined;
  const own = isSameNumber(keys.digits, digits);
  if (sub !== undefined) return own === 'same' ? matchSub(keys.sub, sub, letters !== '') : undefined;
  if (own === undefined) return undefined;
  if (own === 'begins' || keys.sub !== '') return Match.beginsId;
  return letters !== '' && keys.digits === digits ? Match.sameId : Match.idInShort;
}

function matchSub(own: string, typed: string, isWhole: boolean): MatchRank | undefined {
  if (own === '') return undefined;
  const kind = typed === '' ? 'begins' : isSameNumber(own, typed);
  if (kind === undefined) return undefined;
  if (kind === 'begins') return Match.beginsId;
  return isWhole && own === typed ? Match.sameId : Match.idInShort;
}

/** `14` begins with `1`, and `007` is the number `7`; four digits are always written in full. */
function isSameNumber(own: string, typed: string): 'same' | 'begins' | undefined {
  if (own === typed || (own.length < 4 && Number(own) === Number(typed))) return 'same';
  const bare = own.replace(/^0+/, '');
  return own.startsWith(typed) || (own.length < 4 && bare.startsWith(typed)) ? 'begins' : undefined;
}

function matchWords(
  { name, all }: SearchKeys,
  phrase: string,
  words: readonly string[],
): MatchRank | undefined {
  if (phrase === '') return Match.beginsName;
  if (name === ` ${phrase}`) return Match.sameName;
  if (name.startsWith(` ${phrase}`)) return Match.beginsName;
  if (name.includes(` ${phrase}`)) return Match.inName;
  if (words.every((word) => name.includes(` ${word}`))) return Match.wordsOfName;
  return words.every((word) => all.includes(` ${word}`)) ? Match.wordsOfAll : undefined;
}
