import type { Candidate } from '../identifiers/candidates';
import { ATTACK, parseIdentifier } from '../identifiers/grammar';
import { oneOf, pattern } from '../text/pattern';
import { readLabel } from './reading';

/** The run of characters around a candidate that belongs to it, as people write: `csa-ccm-` before `iam-14`. */
export interface Token {
  readonly before: string;
  readonly after: string;
  /** Offset of the first character of `before`. */
  readonly start: number;
  readonly isAttackUrl: boolean;
  readonly isExplorerUrl: boolean;
}

const DELIMITERS = ' \t\r\n"\'`()[]{}<>|,;*“”‘’«»\u00a0\u3000、。，；：（）';
const DELIMITER_CODES: ReadonlySet<number> = new Set(Array.from(DELIMITERS, (each) => each.charCodeAt(0)));
const LONGEST = 240;

const ATTACK_SITE = /^https?:\/\/(?:www\.)?attack\.mitre\.org\//;
const RELEASE = /(?:versions\/v[\d.-]+\/)?/;
const OBJECTS = ['techniques', 'tactics', 'mitigations', 'groups', 'software', 'campaigns'];
const ATTACK_URL = pattern(
  'i',
  ATTACK_SITE,
  RELEASE,
  oneOf(...OBJECTS),
  /\/(?:(?:enterprise|mobile|ics)\/)?$/,
);
const EXPLORER_SITE = /^https?:\/\/center-for-threat-informed-defense\.github\.io/;
const EXPLORER_URL = pattern('i', EXPLORER_SITE, /\/mappings-explorer\/(?:attack|external\/csa_ccm)\//);
const DASH_END = /[-_.\u2010-\u2015~]$/;
/** `MOB-T1398`, as the mobile matrix wrote its first ids. */
const MATRIX_PREFIX = /^mob-$/i;
/** `attack.`, `mitre-`, `technique:`: in a tag the word alone is enough. */
export const ATTACK_PREFIX = pattern(
  'i',
  /(?:^|[^a-z])/,
  oneOf('attack', 'att&(?:amp;)?ck', 'mitre', 'technique', 'tactic', 'ttps?', 'tid'),
  /[-_.:/#=]+$/,
);

/**
 * Reads what is written together with a candidate. Undefined where that makes it something else:
 * a file name, a path, a web address, a longer key such as `CTL-IAM-001` or `AML.T0051`.
 */
export function readToken(text: string, candidate: Candidate, hasEscapes = false): Token | undefined {
  const start = hasEscapes
    ? pastEscape(text, tokenStart(text, candidate.span.start), candidate.span.start)
    : tokenStart(text, candidate.span.start);
  const before = text.slice(start, candidate.span.start);
  const written = text.slice(candidate.span.end, tokenEnd(text, candidate.span.end));
  const after = hasEscapes ? upToEscape(written) : written;
  const isUrl = before.includes('://');
  const isAttackUrl = isUrl && ATTACK_URL.test(before);
  const isExplorerUrl = isUrl && EXPLORER_URL.test(before);
  if (isUrl && !isAttackUrl && !isExplorerUrl) return undefined;
  if (!isUrl && start > 0 && isInAddress(text, start)) return undefined;
  if (!isUrl && (!isPrefix(before) || isAnchor(text, start, before))) return undefined;
  if (!isUrl && !isSuffix(after, before, candidate)) return undefined;
  return { before, after, start, isAttackUrl, isExplorerUrl };
}

const ESCAPES: readonly string[] = ['\\n', '\\t', '\\r'];

/** In a string of JSON or YAML, `\n` ends a token as a line end does. */
function pastEscape(text: string, start: number, end: number): number {
  const before = text.slice(start, end);
  return start + Math.max(0, ...ESCAPES.map((escape) => endOf(before, escape)));
}

function endOf(text: string, part: string): number {
  const at = text.lastIndexOf(part);
  return at < 0 ? 0 : at + part.length;
}

function upToEscape(after: string): string {
  const ends = ESCAPES.map((escape) => after.indexOf(escape)).filter((at) => at >= 0);
  return ends.length > 0 ? after.slice(0, Math.min(...ends)) : after;
}

function isDelimiter(code: number): boolean {
  return DELIMITER_CODES.has(code);
}

function tokenStart(text: string, from: number): number {
  const limit = Math.max(0, from - LONGEST);
  let at = from;
  while (at > limit && !isDelimiter(text.charCodeAt(at - 1))) at--;
  return at;
}

function tokenEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST);
  let at = from;
  while (at < limit && !isDelimiter(text.charCodeAt(at))) at++;
  return at;
}

/** `https://example.com/?q=(IAM-14)`: the address began before a mark that ends a token; a comma, only in a query. */
function isInAddress(text: string, start: number): boolean {
  const mark = text[start - 1] ?? ' ';
  if (!"([]{}*',;".includes(mark)) return false;
  const head = /https?:\/\/[^\s<>"`|]*$/i.exec(text.slice(Math.max(0, start - LONGEST), start))?.[0];
  if (head === undefined || ((mark === ',' || mark === ';') && !head.includes('?'))) return false;
  let depth = 0;
  for (const character of head) {
    if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return false; // the end of a link's target
  }
  return !head.includes('](');
}

function isPrefix(before: string): boolean {
  if (before === '' || ATTACK_PREFIX.test(before) || MATRIX_PREFIX.test(before)) return true;
  if (/(?:^|[^a-z])aml\.$/i.test(before)) return false;
  const { frameworks } = readLabel(before);
  if (frameworks.some(({ isOurs, looksLike }) => isOurs || looksLike.length > 0))
    return /[-_.:/#@=]$|[^\x20-\x7e]$/.test(before);
  if (before.includes('/') || before.includes('\\'))
    return isOtherId(before.slice(0, -1)) && before.endsWith('/');
  if (/\.{2,3}$/.test(before)) return isOtherId(before.replace(/\.{2,3}$/, ''));
  if (DASH_END.test(before)) return isOtherId(before.slice(0, -1)) || /^[-_.\u2010-\u2015~]+$/.test(before);
  return before.length < LONGEST && !/[$%^]$/.test(before);
}

/** `[x](#iam-14)`, `controls.md#iam-14` and `<a id="iam-14">` are places on the page. */
function isAnchor(text: string, start: number, before: string): boolean {
  if (before.endsWith('#')) {
    const isTarget = text[start - 1] === '(' && text[start - 2] === ']';
    if (isTarget || /\.(?:mdx?|html?|adoc|rst|txt)#$/i.test(before)) return true;
  }
  if (text[start - 1] !== '"' && text[start - 1] !== "'") return false;
  return /<a\s(?:[^<>]*\s)?(?:id|name)=["']$/i.test(text.slice(Math.max(0, start - 40), start));
}

/** `IAM-12/` and `T1059/T1105/` are ids that stand together. */
function isOtherId(written: string): boolean {
  const last = written.slice(written.lastIndexOf('/') + 1);
  return parseIdentifier(last.replace(/\.$/, '')) !== undefined;
}

const TEXTS = ['md', 'ya?ml', 'json', 'html?', 'txt', 'csv', 'py', 'ps1', 'sh'];
const FILE_SUFFIX = pattern(
  'i',
  /^(?:[^/]*\/)*[^/]*\./,
  oneOf(...TEXTS, 'pdf', 'docx?', 'xlsx?', 'png', 'svg'),
  '\\b',
);

function isSuffix(after: string, before: string, candidate: Candidate): boolean {
  if (after === '' || /^[.:!?_]+$/.test(after) || /^\.{2,3}(?=\w)/.test(after)) return true;
  if (FILE_SUFFIX.test(after)) return false;
  const rest = after.slice(1);
  switch (after[0]) {
    case '_':
      return false;
    case '.':
      return isAnyOfItsParts(rest, candidate);
    case '@':
      return AT_VERSION.test(rest) || (before !== '' && /^\w+$/.test(rest)); // a version, not a mail address
    case '\\':
      return rest === '' || before !== '';
    case '-':
    case '\u2010':
    case '\u2011':
      return isDashed(rest, candidate);
    default:
      return true;
  }
}

/** `T1098.xxx`: any sub-technique of it. */
function isAnyOfItsParts(rest: string, { family, id }: Candidate): boolean {
  return family === ATTACK && !id.includes('.') && /^x{1,3}(?![\da-z])/i.test(rest);
}

/** `IAM-12@4.0` */
const AT_VERSION = /^v?\d{1,2}(?:\.\d{1,2}){1,2}[.:]?$/i;

/** `T1059-based`, `IAM-01-IAM-05` and `IAM-01-05`, but not `IAM-14-2023` or `IAM-01-A`. */
function isDashed(rest: string, candidate: Candidate): boolean {
  if (rest === '' || /^[a-z]{2,}/.test(rest)) return true;
  if (candidate.family === ATTACK && /^[A-Z][a-z]{2,}/.test(rest)) return true; // T1078-Valid accounts
  if (candidate.family === 'ccm' && /^\d{2}(?!\d)/.test(rest)) return true;
  if (candidate.id.includes('.') && /^\d{3}(?!\d)/.test(rest)) return true; // T1098.001-003
  return parseIdentifier(rest.replace(/[.:]+$/, '')) !== undefined;
}
