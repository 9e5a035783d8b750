import { FRAMEWORKS } from '../frameworks/registry';
import type { PolicyDocument } from '../documents/document';
import type { Reference } from '../recognition/reference';

/** The names of frameworks, each a pattern: `cloud[ -]controls[ -]matrix`. */
const NAMES = FRAMEWORKS.flatMap(({ names: { anywhere, asLabel } }) =>
  [...anywhere, ...asLabel].map((name) => name.replaceAll(' ', '[ -]')),
);
const WORDS = ['the', 'mitre', 'att&(?:amp;)?ck', 'controls?', 'techniques?', ...NAMES].join('|');
const VERSION = String.raw`(?:v|rev\. ?)?\d(?:\.\d+){0,2}\s+`;
/** What may stand before the id on its line: marks, and words that say what it is an id of. */
const BEFORE = new RegExp(`^[\\s#>*_\`~[(\\d.)+"'-]*(?:(?:(?:${WORDS})\\s+|${VERSION})[*_\`[(]*){0,5}$`, 'i');
const OWNERS = ['control', 'technique', 'attack', 'mitre', 'external', ...NAMES].join('|');
const ID_KEY = new RegExp(`^(?:id|(?:${OWNERS.replaceAll('[ -]', '[-_ ]')})[-_ ]?id|identifier)$`, 'i');
const MAX_BEFORE = 80;

/**
 * Whether a reference declares what it names, so that one who looks for the control goes there: a heading that
 * begins with it, the value of a key such as `id` or `control_id`, or the term of a definition list.
 */
export function isDeclaration(document: PolicyDocument, reference: Reference): boolean {
  if (reference.implied || reference.range || reference.tail !== undefined) return false;
  return isHeading(document, reference) || isIdValue(document, reference) || isTerm(document, reference);
}

/** `## IAM-14 Strong authentication` */
function isHeading(document: PolicyDocument, { place, span }: Reference): boolean {
  const [heading] = place.headings;
  if (!heading || heading.start > span.start || span.end > heading.end) return false;
  return isBefore(document.text, heading.start, span.start);
}

/** `id: IAM-14`, `"control_id": "NIST SP 800-53 AC-2",` */
function isIdValue(document: PolicyDocument, { place, span }: Reference): boolean {
  const [key] = place.keys;
  if (!key || key.line !== place.line || !ID_KEY.test(key.name)) return false;
  const { start, end } = document.lines.spanOf(place.line);
  const before = document.text.slice(start + key.column, span.start);
  const after = document.text.slice(span.end, end);
  return (
    isBefore(before, before.search(/[:=]/) + 1, before.length) && /^["']?\s*(?:[,}].*|#.*)?$/.test(after)
  );
}

/** A term above `: its definition`; `IAM-14:: its definition`; `<dt>IAM-14</dt>` */
function isTerm(document: PolicyDocument, { place, span }: Reference): boolean {
  const { lines, text } = document;
  if (place.inFence || place.cell || document.kind === 'yaml' || document.kind === 'toml') return false;
  const { start, end } = lines.spanOf(place.line);
  if (end - start > 2 * MAX_BEFORE) return false;
  const before = text.slice(start, span.start);
  const after = text.slice(span.end, end);
  if (/<dt(?:\s[^<>]{0,80})?>\s*$/i.test(before)) return true;
  if (!isBefore(text, start, span.start) || /^\s*[-*+]\s/.test(before)) return false;
  return /::(?:\s|$)/.test(after) || /^ {0,3}:\s/.test(lines.textOf(place.line + 1));
}

function isBefore(text: string, start: number, end: number): boolean {
  return end - start <= MAX_BEFORE && BEFORE.test(text.slice(start, end));
}
