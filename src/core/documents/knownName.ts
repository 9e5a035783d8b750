import { pattern } from '../text/pattern';
import type { Span } from '../text/span';
import type { PolicyDocument } from './document';

/** A name or title that is known, where it is beside an id. */
export interface KnownName {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  /** The one of the names asked for that it is. */
  readonly name: string;
}

const TAG = '</?[a-z][^<>]{0,60}>';
const MARK = String.raw`[ \t:()\[*_~"'\u2010-\u2015-]|${'`'}`;
const TITLE_KEY = /[\w-]{0,20}(?:title|name)["']?[ \t]?[:=][ \t]{0,8}["']?/;
const NEXT_LINE = /(?:\r\n|\r|\n)[ \t]{0,40}/;
/** From an id to a name: `: `, ` – `, ` (`, `** | `, `](https://…) `, `</td><td>`, `, title: `, ` # `. */
const AFTER = new RegExp(
  String.raw`^(?:\]?\([^()\s]{0,200}\)|\])?(?:${MARK}|${TAG}){0,12}(?:\||[,;#])?(?:${MARK}|${TAG}){0,40}` +
    `(?:${TITLE_KEY.source})?`,
  'i',
);
/** The same over the end of a line, in YAML, TOML and JSON: `id: IAM-13` with `title: ` below. */
const BELOW = pattern('i', /^["']?,?[ \t]{0,8}(?:#[^\r\n]{0,200})?/, NEXT_LINE, /["']?/, TITLE_KEY);
/** From a name to an id: ` (`, `: `, ` | `, `](https://attack.mitre.org/techniques/`, and in YAML `id: ` below. */
const BEFORE = new RegExp(
  String.raw`(?:\]\([^()\s]{0,200}|(?:${MARK}|${TAG}){0,12}\|?(?:${MARK}|${TAG}){0,40}` +
    String.raw`|["']?[ \t]{0,8}${NEXT_LINE.source}["']?[\w-]{0,20}id["']?:[ \t]{0,8}["']?)$`,
  'i',
);
const MAX_GAP = 260;

/** The longest of the names that stands right after an id, or else right before it. */
export function knownName(
  document: PolicyDocument,
  span: Span,
  names: readonly string[],
): KnownName | undefined {
  const longestFirst = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  return longestFirst.length > 0
    ? (after(document, span, longestFirst) ?? before(document, span, longestFirst))
    : undefined;
}

function after(document: PolicyDocument, { end }: Span, names: readonly string[]): KnownName | undefined {
  const rest = document.text.slice(end, end + MAX_GAP + (names[0]?.length ?? 0) + 1);
  const gaps = document.kind === 'markdown' ? [AFTER] : [AFTER, BELOW];
  for (const gap of gaps) {
    const length = gap.exec(rest)?.[0].length ?? 0;
    const found = length > 0 ? writtenAt(rest, length, names) : undefined;
    if (found) return at(document, end + length, found);
  }
  return undefined;
}

function before(document: PolicyDocument, { start }: Span, names: readonly string[]): KnownName | undefined {
  const head = document.text.slice(Math.max(0, start - MAX_GAP), start);
  const gap = BEFORE.exec(head)?.[0] ?? '';
  if (gap === '') return undefined;
  const end = start - gap.length;
  for (const name of names)
    for (const written of spellingsOf(name))
      if (end >= written.length && isAt(document.text, end - written.length, written))
        return at(document, end - written.length, { name, written });
  return undefined;
}

interface Written {
  readonly name: string;
  /** The name with the separators that the document has. */
  readonly written: string;
}

function writtenAt(text: string, offset: number, names: readonly string[]): Written | undefined {
  for (const name of names)
    for (const written of spellingsOf(name)) if (isAt(text, offset, written)) return { name, written };
  return undefined;
}

/** Whole words only, in any case. */
function isAt(text: string, offset: number, name: string): boolean {
  const written = text.slice(offset, offset + name.length);
  if (written.toLowerCase() !== name.toLowerCase()) return false;
  return !isWord(text[offset - 1]) && !isWord(text[offset + name.length]);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function at({ text }: PolicyDocument, start: number, { name, written }: Written): KnownName {
  const span = { start, end: start + written.length };
  return { span, text: text.slice(span.start, span.end), name };
}

/** How the words of a name are joined: as the publisher does, `A & B` for `A and B`, `a-b` in keys and file names, `a_b`. */
export const JOINTS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.replace(/ and /g, ' & '),
  (name) => name.replace(/ & /g, ' and '),
  (name) => joinedBy('-', name),
  (name) => joinedBy('_', name),
];

export function joinedBy(joint: string, name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, joint);
}

function spellingsOf(name: string): readonly string[] {
  return [...new Set(JOINTS.map((join) => join(name)))];
}
