import type { PolicyDocument } from '../../documents/document';
import type { KeyValue } from '../../documents/place';
import type { EditionId, Framework } from '../../knowledge/framework';
import { editionsNamed, frameworksNamedIn } from '../../recognition/recognition';
import { oneOf, pattern } from '../../text/pattern';
import type { Span } from '../../text/span';

/** A place that says which edition is meant: the number alone, such as `4.0.5` with a name before it. */
export interface EditionPlace {
  readonly span: Span;
  /** As written. */
  readonly text: string;
}

const VERSION = /(?<![\d.])[34](?:[._]\d{1,2}){1,2}(?!\d)/g;
const MAX_NAME = 60;
const MAX_ADDRESS = 200;
const VERSION_KEY = /version|edition|release/i;

/** `IAM-14 (4.0)` and `in v4.0 IAM-14`: the number alone, beside an id. */
const ID = /[A-Z&]{3}-\d{2}/;
const LEADS = ['in', 'of', 'under', 'from', 'to', 'edition', 'version', 'release'];
const BEHIND_ID = pattern('i', ID, /[*_`]{0,3}\s{0,2}[([](?:(?:edition|version)\s)?v?\.?\s?$/);
const BEFORE_ID = pattern('i', /(?<![\w.])/, oneOf(/v\.?\s?/, `${oneOf(...LEADS)}\\s`), '$');
const ID_AFTER = pattern('i', /^(?:['’]s)?,?\s{1,2}(?:the\s)?(?:controls?\s)?[*_`(]{0,3}/, ID);
const MAX_GAP = 40;

/** Every place that names the edition, in words or by a key, in order. */
export function editionPlaces(
  document: PolicyDocument,
  framework: Framework,
  edition: EditionId,
): EditionPlace[] {
  const places = new Map<number, EditionPlace>();
  for (const place of [...inWords(document, framework, edition), ...byKeys(document, framework, edition)])
    places.set(place.span.start, place);
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

/** `v4.0.5`, `_4_0`: a number that names an edition together with what stands before it. */
function inWords(
  { text }: PolicyDocument,
  { key, descriptor }: Framework,
  edition: EditionId,
): EditionPlace[] {
  return [...text.matchAll(VERSION)].flatMap((match) => {
    if (descriptor.editionOf(dotted(match[0])) !== edition) return [];
    const name = plain(text.slice(Math.max(0, match.index - MAX_NAME), match.index));
    const isNamed = editionsNamed(name + match[0], key).length > editionsNamed(name, key).length;
    const end = match.index + match[0].length;
    const isBeside =
      BEHIND_ID.test(name) || (BEFORE_ID.test(name) && ID_AFTER.test(text.slice(end, end + MAX_GAP)));
    return (isNamed || isBeside) && !isInAddress(text, match.index) ? [placeOf(match.index, match[0])] : [];
  });
}

/** The number of a mapping file in the address of its page is a part of the address. */
function isInAddress(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - MAX_ADDRESS), offset);
  return /https?:\/\/[^\s<>"'`()[\]|]*$/i.test(before);
}

/** Keys with values, `"version": "4.0"` and `version = "4.0"`, as words. */
function plain(text: string): string {
  return text.replace(/["'`]/g, '').replace(/\s*=/g, ':');
}

/** `version: "4.0"` under or beside something that names the framework. */
function byKeys(
  document: PolicyDocument,
  { key: framework, descriptor }: Framework,
  edition: EditionId,
): EditionPlace[] {
  const values = document.structure.valuesOf(/./);
  const named = new Set(
    values.filter((each) => namesFramework(each, framework)).map(({ mapping }) => mapping),
  );
  return values.flatMap((value) => {
    const isOurs = named.has(value.mapping) || frameworksNamedIn(value.holder).has(framework);
    if (!VERSION_KEY.test(value.key.name) || !isOurs) return [];
    const line = document.text.slice(value.span.start, value.span.end);
    const from = line.indexOf(value.key.name) + value.key.name.length;
    const match = [...line.matchAll(VERSION)].find(({ index }) => index >= from);
    return match &&
      descriptor.editionOf(dotted(match[0])) === edition &&
      /^v?\.?\s?[\d._]+$/i.test(value.value)
      ? [placeOf(value.span.start + match.index, match[0])]
      : [];
  });
}

function namesFramework({ key, value }: KeyValue, framework: string): boolean {
  return frameworksNamedIn(`${key.name} ${value.slice(0, MAX_NAME)}`).has(framework);
}

/** `4_0` gives `4.0`. */
function dotted(version: string): string {
  return version.replaceAll('_', '.');
}

function placeOf(start: number, text: string): EditionPlace {
  return { span: { start, end: start + text.length }, text };
}

/** The number of an edition as the one that it takes the place of: `4_0` gives `4_1`. A point release is not kept. */
export function numberAs(written: string, edition: EditionId): string {
  return written.includes('_') ? edition.replaceAll('.', '_') : edition;
}

/** `IAM-14 (4.0) is IAM-13 (4.1)`, `from 4.0 to 4.1`: a line about the difference itself. */
export function namesBoth(line: string, framework: string, from: EditionId, to: EditionId): boolean {
  const named = editionsNamed(line.slice(0, MAX_LINE), framework);
  if (!named.includes(from) && !named.includes(to)) return false;
  return (named.includes(from) && named.includes(to)) || isPair(line, from, to) || isPair(line, to, from);
}

const MAX_LINE = 4000;

function isPair(line: string, first: EditionId, second: EditionId): boolean {
  const [a, b] = [first, second].map((edition) => `v?${edition.replaceAll('.', String.raw`\.`)}(?:\\.\\d+)?`);
  const joint = String.raw`\s{0,3}(?:\/|,|&|\+|to|and|or|vs\.?|->|=>|[→\u2010-\u2015-])\s{0,3}`;
  return new RegExp(`(?<![\\d.])${a}${joint}${b}(?![\\d])`, 'i').test(line.slice(0, MAX_LINE));
}
