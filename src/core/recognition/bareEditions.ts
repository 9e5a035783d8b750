import { editionOf } from './mentions';

const VERSION = String.raw`v?\.?\s?([34]\.\d(?:\.\d{1,2})?)`;
/** `IAM-14 (4.0)`, `IAM-14 (v4.0)` */
const AFTER = new RegExp(String.raw`^[*_\`]{0,3}\s{0,2}[([](?:(?:edition|version)\s)?${VERSION}[)\]]`, 'i');
/** `In v4.0 IAM-15`, `of version 4.1, **IAM-13`: a number alone may be that of a section. */
const BEFORE = new RegExp(
  String.raw`(?:(?<![\w.])(?:in|of|under|from|to|edition|version|release)\s(?:edition\s|version\s)?|(?<![\w.])(?=v))${VERSION}(?:['’]s)?,?\s{1,2}(?:the\s)?(?:controls?\s)?[*_\`(]{0,3}$`,
  'i',
);
const NEARBY = 60;

/** An edition, and on which side of an id its number stands. */
export interface BareEdition {
  readonly edition: string;
  readonly scope: 'before' | 'after';
}

/**
 * The edition whose number stands right beside an id, in a document that names it with CCM somewhere: there the number
 * alone is enough. Where it names CCM and no edition, `(v4.1)` is one.
 */
export function bareEdition(
  before: string,
  after: string,
  named: { readonly ccm: boolean; readonly editions: ReadonlySet<string> },
): BareEdition | undefined {
  const [behind = '', number] = AFTER.exec(after) ?? [];
  const written = number ?? BEFORE.exec(before.slice(-NEARBY))?.[1];
  const edition = written === undefined ? undefined : editionOf(written);
  if (edition === undefined) return undefined;
  const isVersion = named.ccm && named.editions.size === 0 && /v/i.test(behind);
  if (!named.editions.has(edition) && !isVersion) return undefined;
  return { edition, scope: number === undefined ? 'before' : 'after' };
}
