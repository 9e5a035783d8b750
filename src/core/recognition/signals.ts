import { LEXICON, type Named, type Row, type Signal } from './lexicon';
import { frameworkDescriptor } from '../frameworks/registry';
import { ATTACK } from '../identifiers/grammar';
import { wordsIn, type Word } from './words';

/** A term of the lexicon that a text holds: the words from `first` up to, not including, `last`. */
export interface Term {
  readonly signal: Signal;
  readonly row: Row;
  readonly first: number;
  readonly last: number;
  /** The version that is written with the name of a framework: `4.1`. */
  readonly version?: string;
}

/** The words of a text, and the terms among them, in order; none overlaps another, the longest wins. */
export interface Signals {
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly row: Row;
}

/** Signals whose English words have a plural. */
const INFLECTED: ReadonlySet<Signal> = new Set([
  'control',
  'technique',
  'work-item',
  'place',
  'part',
  'task',
  'id-word',
  'clause',
  'citing',
  'plain',
]);

const PHRASES = compile(LEXICON);

export function signalsIn(text: string): Signals {
  const words = wordsIn(text);
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words, at);
    if (!phrase) {
      at++;
      continue;
    }
    const last = at + phrase.words.length;
    const read = phrase.row.framework?.isOurs
      ? versionAfter(text, words, last, phrase.row.framework)
      : undefined;
    const version = read === undefined ? {} : { version: read.version };
    terms.push({ signal: phrase.row.signal, row: phrase.row, first: at, last, ...version });
    at = read?.last ?? last;
  }
  return { words, terms };
}

function phraseAt(words: readonly Word[], at: number): Phrase | undefined {
  const word = words[at];
  if (!word) return undefined;
  return PHRASES.get(word.text)?.find((phrase) => isAt(phrase, words, at));
}

function isAt({ words: wanted, row }: Phrase, words: readonly Word[], at: number): boolean {
  if (row.inCapitals && words[at]?.isCapital !== true) return false;
  for (let index = 1; index < wanted.length; index++) {
    const word = words[at + index];
    if (word?.text !== wanted[index] || isApart(words, at + index)) return false;
  }
  return true;
}

/** Words of one term stand close together: `soc 2`, `800-53`. */
function isApart(words: readonly Word[], at: number): boolean {
  const gap = (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0);
  return gap > MAX_JOINT;
}

const MAX_JOINT = 2;
const MAX_VERSION_GAP = 12;

/** `CCM (version 4.0.5)`, `CCM v4.1`, `ccm@4.1`: a number that is an edition, past words for version. */
function versionAfter(
  text: string,
  words: readonly Word[],
  from: number,
  { key }: Named,
): { readonly version: string; readonly last: number } | undefined {
  if (key === ATTACK) return undefined;
  let at = from;
  while (words[at] && at - from < 2 && isVersionWord(words[at])) at++;
  const number = words[at];
  const start = words[from - 1]?.end ?? 0;
  if (
    !number?.isNumber ||
    number.start - start > MAX_VERSION_GAP ||
    CLAUSE_END.test(text.slice(start, number.start))
  )
    return undefined;
  const version = frameworkDescriptor(key).editionOf(number.text);
  return version === undefined ? undefined : { version, last: at + 1 };
}

const CLAUSE_END = /[;|\r\n[\]{}]|\.\s/;

function isVersionWord(word: Word | undefined): boolean {
  return (
    word !== undefined && (PHRASES.get(word.text) ?? []).some(({ row }) => row.signal === 'version-word')
  );
}

/** By first word, the longest phrases first; of one phrase, the row that counts in more places. */
function compile(rows: readonly Row[]): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const row of rows) {
    for (const form of formsOf(row)) {
      const words = wordsIn(form).map(({ text }) => text);
      const [first] = words;
      if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), { words, row }]);
    }
  }
  for (const list of phrases.values())
    list.sort((a, b) => b.words.length - a.words.length || strengthOf(a.row) - strengthOf(b.row));
  return phrases;
}

function strengthOf({ isLabel, isWeak, inCapitals }: Row): number {
  return inCapitals ? 0 : isLabel ? 3 : isWeak ? 2 : 1;
}

/** Every form of a row's terms: English ones in the plural too. */
export function formsOf(row: Row): string[] {
  const english = (row.en ?? '').split(', ').filter(Boolean);
  const others = [row.de, row.fr, row.es, row.it, row.pt]
    .flatMap((terms) => (terms ?? '').split(', '))
    .filter(Boolean);
  const plurals = INFLECTED.has(row.signal) ? english.map(pluralOf) : [];
  return [...new Set([...english, ...plurals, ...others])];
}

function pluralOf(term: string): string {
  if (/[^aeiou]y$/.test(term)) return `${term.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(term) ? `${term}es` : `${term}s`;
}
