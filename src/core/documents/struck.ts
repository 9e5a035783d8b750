import type { Span } from '../text/span';
import type { Place, Structure } from './place';

const TILDES = /(?<![\\~])~~(?!~)/g;
const TAG = /<(\/?)(del|s|strike)(?:\s[^<>]{0,200})?>/gi;
const CLOSING_TAG = /^<\/(?:del|s|strike)[\s>]/i;
const MAX_TAG = 9;

/** What is struck through in Markdown, in order: `~~T1086~~`, `<del>T1086</del>`. */
export function struckSpans(text: string, structure: Structure): Span[] {
  const spans: Span[] = [];
  if (text.includes('~~')) spans.push(...betweenTildes(text, structure));
  if (hasClosingTag(text)) spans.push(...betweenTags(text, structure));
  return spans.sort((a, b) => a.start - b.start);
}

/** One end tag after the other: a search for characters is quicker than a pattern, and most documents have few. */
function hasClosingTag(text: string): boolean {
  for (let at = text.indexOf('</'); at >= 0; at = text.indexOf('</', at + 2))
    if (CLOSING_TAG.test(text.slice(at, at + MAX_TAG))) return true;
  return false;
}

/** GFM: the mark that opens stands before a word, the one that closes after one, both in one paragraph or cell. */
function betweenTildes(text: string, structure: Structure): Span[] {
  const spans: Span[] = [];
  let open: number | undefined;
  for (const { index } of text.matchAll(TILDES)) {
    const end = index + 2;
    if (text[index - 1] === '`' && text[end] === '`') continue; // the marks alone, as code
    if (open !== undefined && isWord(text[index - 1]) && isOneBlock(structure, open, index)) {
      spans.push({ start: open, end });
      open = undefined;
    } else open = isWord(text[end]) ? index : undefined;
  }
  return spans;
}

/** An element may hold blocks. */
function betweenTags(text: string, structure: Structure): Span[] {
  const spans: Span[] = [];
  let open: { readonly start: number; readonly name: string } | undefined;
  for (const { 0: tag, 1: slash, 2: name = '', index } of text.matchAll(TAG)) {
    if (slash === '') open ??= { start: index, name: name.toLowerCase() };
    else if (open?.name === name.toLowerCase()) {
      if (!structure.placeAt(open.start).inFence) spans.push({ start: open.start, end: index + tag.length });
      open = undefined;
    }
  }
  return spans;
}

function isOneBlock(structure: Structure, from: number, to: number): boolean {
  const [first, last] = [structure.placeAt(from), structure.placeAt(to)];
  return !first.inFence && blockOf(first) === blockOf(last);
}

function blockOf({ cell, paragraph }: Place): string {
  return cell ? `${cell.row}:${cell.column}` : `${paragraph}`;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && character.trim() !== '';
}
