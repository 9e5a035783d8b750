import { frameworkDescriptor } from '../frameworks/registry';
import type { DocumentNames } from './documentNames';
import { wordsIn, type Word } from './words';
import type { Spot } from './context';

const NEARBY = 40;
const VERSION_WORDS = new Set(['edition', 'version', 'release', 'v']);
const PREPOSITIONS = new Set(['from', ...['in', 'of', 'under', 'to'], ...VERSION_WORDS]);
const BETWEEN = new Set(['the', 'control', 'controls', 's']);
const CLOSED = /^[*_`]{0,3}\s{0,2}[([]([^()[\]\r\n]{1,20})[)\]]/;

/** `IAM-12 from v4.0`: the `v` shows that the number is an edition's. */
const FROM = /^[*_`"]{0,3} (?:from|of|in) v(\d\.\d)(?![\d.]*\d)/;

/** `IAM-12@4.0` and `@4.0#IAM-12` */
const AT_END = /^@v?(\d\.\d(?:\.\d)?)(?![\w@-])/i;
const AT_START = /@v?(\d\.\d(?:\.\d)?)#$/i;

/** An edition, and on which side of an id its number stands. */
export interface BareEdition {
  readonly edition: string;
  readonly scope: 'before' | 'after';
}

/**
 * The edition whose number stands right beside an id, `IAM-14 (4.0)` or `in v4.0 IAM-15`, in a document that names it
 * with the framework somewhere: there the number alone is enough. In one that names no edition, `(v4.1)` is one.
 */
export function editionBeside(
  text: string,
  before: string,
  { span, family, token }: Pick<Spot, 'span' | 'family' | 'token'>,
  names: DocumentNames,
): BareEdition | undefined {
  const at = AT_END.exec(text.slice(span.end, span.end + NEARBY))?.[1] ?? AT_START.exec(token.before)?.[1];
  const attached = at === undefined ? undefined : frameworkDescriptor(family).editionOf(at);
  if (attached) return { edition: attached, scope: 'after' };
  const after = text.slice(span.end, span.end + NEARBY);
  const hasNumber = /\d\.\d/.test(after);
  const from = hasNumber ? FROM.exec(after)?.[1] : undefined;
  const bracket = from ?? (hasNumber ? CLOSED.exec(after)?.[1] : undefined);
  const number = bracket === undefined ? numberBefore(before) : numberIn(wordsIn(bracket));
  const edition = number && frameworkDescriptor(family).editionOf(number);
  if (!edition || !names.names(family)) return undefined;
  const editions = names.editions(family);
  const isVersion = from !== undefined || (editions.size === 0 && /v/i.test(bracket ?? ''));
  if (!editions.has(edition) && !isVersion) return undefined;
  return { edition, scope: bracket === undefined ? 'before' : 'after' };
}

function numberIn(words: readonly Word[]): string | undefined {
  const number = words.at(-1);
  return number?.isNumber && words.slice(0, -1).every(({ text }) => VERSION_WORDS.has(text))
    ? number.text
    : undefined;
}

/** A number alone may be that of a section: a preposition, or a `v`, stands before it. */
function numberBefore(before: string): string | undefined {
  const nearby = before.slice(-NEARBY);
  if (!/\d\.\d/.test(nearby) || /[,;:.)\]]\s*$/.test(nearby.replace(/,\s$/, ' '))) return undefined;
  const words = wordsIn(nearby);
  let at = words.length - 1;
  while (BETWEEN.has(words[at]?.text ?? '')) at--;
  const number = words[at];
  return number?.isNumber && PREPOSITIONS.has(words[at - 1]?.text ?? '') ? number.text : undefined;
}
