import type { Span } from '../text/span';
import { frameworkOfCode } from '../frameworks/registry';
import { ATTACK, attackId, controlId, domainCode, type CanonicalId, type Family } from './grammar';

/**
 * Something that is shaped like an id, before anybody has looked at where it stands.
 * `T1562.01` is a candidate with the id `T1562.001`, marked as malformed.
 */
export interface Candidate {
  readonly span: Span;
  readonly family: Family;
  readonly id: CanonicalId;
  /** True where the spelling is a slip: understood, and not how the publisher writes it. */
  readonly malformed: boolean;
  /** What follows the id and belongs to it: the CAIQ question `.1`, the metric `-M1`. */
  readonly tail?: string;
}

/**
 * One pass over the text. The pattern stops at the place where a letter meets the digits of an id, so that
 * almost all text is passed over by the engine; what surrounds that place is read by hand.
 */
const ANCHOR = /[TtAaMmGgSsCc]\d\d\d\d|[A-Za-z](?:[-_\u2010-\u2015]|&#(?:45|820[89]|x2d|x201[01]);)\d/g;

/** `T1059.00[1,5]` is a pattern. A colon goes before a line number too: `T1566:001` has all three digits. */
const SUB_TECHNIQUE = /(?:([./_-]|:(?=\d{3}))|%2[ef])(\d{1,3})(?![\dA-Za-z[])/iy;
const CODE_BEFORE = /(?:[a-z]+|[ai](?:&amp;|&#38;|&#x26;|\\?&|%26|_)[as])$/i;
const CONTROL_NUMBER = /\d{1,2}(?![\dA-Za-z])/y;
/** One letter may name a part of a control that has enhancements: `AC-17a`. */
const PARTED_NUMBER = /\d{1,2}(?![\dA-Z]|[a-z]{2})/y;
const CONTROL_TAIL = /\.\d{1,2}(?![\d.])|-M\d{1,2}(?!\d)/iy;
/** `AC-2(1)`, `AC-02 (01)`, `ac-2.1` */
const ENHANCEMENT = / ?\((\d{1,2})\)|\.(\d{1,2})(?![\dA-Za-z]|\.\d)/y;
const MAX_CODE = 8; // A&#x26;A

/** Every candidate of the text, in order, none overlapping another. */
export function scanCandidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  ANCHOR.lastIndex = 0;
  while (ANCHOR.test(text)) {
    const end = ANCHOR.lastIndex; // `exec` would make a match of each of the many that are none
    const candidate = isDigit(text, end - 2) ? attackAt(text, end - 5) : controlBefore(text, end - 1);
    if (!candidate) continue;
    found.push(candidate);
    ANCHOR.lastIndex = Math.max(end, candidate.span.end);
  }
  return found;
}

/** `digit` is the offset of the first digit, behind a dash or the entity of one. */
function controlBefore(text: string, digit: number): Candidate | undefined {
  const dash = text[digit - 1] === ';' ? text.lastIndexOf('&', digit) : digit - 1;
  return controlAt(text, dash - 1, digit - dash);
}

/** `letter` is the offset of the letter before the four digits. */
function attackAt(text: string, letter: number): Candidate | undefined {
  const start = letter + 1 - prefixLength(text, letter);
  const prefix = text.slice(start, letter + 1).toUpperCase();
  if (!PREFIXES.has(prefix)) return undefined;
  if (isAlphanumeric(text, start - 1) && !isEscape(text, start - 1)) return undefined;
  const digitsEnd = letter + 5;
  const digits = text.slice(letter + 1, digitsEnd);
  if (prefix === 'T') {
    const sub = matchAt(SUB_TECHNIQUE, text, digitsEnd);
    if (sub) return subTechnique(start, digitsEnd, digits, sub);
  }
  if (isAlphanumeric(text, digitsEnd)) return undefined;
  const id = attackId(prefix, digits);
  return id && { span: { start, end: digitsEnd }, family: ATTACK, id, malformed: false };
}

const PREFIXES: ReadonlySet<string> = new Set(['T', 'TA', 'M', 'G', 'S', 'C', 'DS', 'DC', 'DET']);

/** How many letters before the digits belong to the ID, by the last of them: 3 for `DET`, 2 for `TA`, `DS` and `DC`. */
function prefixLength(text: string, letter: number): number {
  const isA = (offset: number, lower: string): boolean => text[letter - offset]?.toLowerCase() === lower;
  if (isA(0, 'a')) return 2;
  if (isA(0, 't') && isA(1, 'e') && isA(2, 'd')) return 3;
  return (isA(0, 's') || isA(0, 'c')) && isA(1, 'd') ? 2 : 1;
}

function subTechnique(
  start: number,
  digitsEnd: number,
  digits: string,
  sub: RegExpExecArray,
): Candidate | undefined {
  const number = sub[2] ?? '';
  const id = attackId('T', digits, number);
  if (!id) return undefined;
  const malformed = number.length < 3 || sub[1] === '-' || sub[1] === ':';
  return { span: { start, end: digitsEnd + sub[0].length }, family: ATTACK, id, malformed };
}

/** `letter` is the offset of the last letter of the domain code, `dash` the length of the dash after it. */
function controlAt(text: string, letter: number, dash: number): Candidate | undefined {
  const before = text.slice(Math.max(0, letter + 1 - MAX_CODE), letter + 1);
  const written = withoutEscape(text, letter, CODE_BEFORE.exec(before)?.[0]);
  const code = written && domainCode(written);
  if (!code) return undefined;
  const start = letter + 1 - written.length;
  if (isAlphanumeric(text, start - 1) && !isEscape(text, start - 1)) return undefined;
  const { ids, key } = frameworkOfCode(code) ?? {};
  if (!ids || !key) return undefined;
  const number = matchAt(ids.hasEnhancements ? PARTED_NUMBER : CONTROL_NUMBER, text, letter + 1 + dash);
  if (!number) return undefined;
  const end = letter + 1 + dash + number[0].length;
  const enhancement = ids.hasEnhancements ? matchAt(ENHANCEMENT, text, end) : null;
  if (enhancement) {
    const id = controlId(code, Number(number[0]), Number(enhancement[1] ?? enhancement[2]));
    return { span: { start, end: end + enhancement[0].length }, family: key, id, malformed: false };
  }
  const tail = ids.hasQuestions ? matchAt(CONTROL_TAIL, text, end)?.[0] : undefined;
  return {
    span: { start, end: end + (tail?.length ?? 0) },
    family: key,
    id: controlId(code, Number(number[0])),
    malformed: number[0].length < ids.width,
    ...(tail === undefined ? {} : { tail }),
  };
}

const MIN_CODE = 2;

/** `\n` and the like, as a string of JSON or YAML writes them. Whether the text is one, the token says. */
function isEscape(text: string, offset: number): boolean {
  return text[offset - 1] === '\\' && 'ntr'.includes(text[offset] ?? ' ');
}

/** `\nIAM` is `IAM` behind an escape. */
function withoutEscape(text: string, letter: number, code: string | undefined): string | undefined {
  const start = letter + 1 - (code?.length ?? 0);
  return code && code.length > MIN_CODE && isEscape(text, start) ? code.slice(1) : code;
}

function matchAt(sticky: RegExp, text: string, offset: number): RegExpExecArray | null {
  sticky.lastIndex = offset;
  return sticky.exec(text);
}

function isDigit(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 48 && code <= 57;
}

function isAlphanumeric(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  const digit = code >= 48 && code <= 57;
  const upper = code >= 65 && code <= 90;
  const lower = code >= 97 && code <= 122;
  const accented = code >= 0xc0 && code <= 0x24f;
  return digit || upper || lower || accented;
}
