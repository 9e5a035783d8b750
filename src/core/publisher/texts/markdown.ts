/** A part of a publisher's paragraph. `text` is what it says, whatever characters it has: it is still to be escaped. */
export interface TextPart {
  readonly text: string;
  readonly style?: 'strong' | 'code';
  /** An address of the web, `https:` only. */
  readonly href?: string;
  /** The name of what is cited here; `text` is empty. */
  readonly citation?: string;
}

/** A line of text, or an item of a list. */
export interface TextParagraph {
  readonly isItem: boolean;
  readonly parts: readonly TextPart[];
}

const MAX_PARAGRAPHS = 500;
/** A markup that isn't closed by then is text. */
const MAX_MARKUP = 2_000;
const ITEM = /^(?:[*+-]|\d{1,3}\.)\s+/;
const HEADING = /^#{1,6}\s+/;
const CODE_FENCE = /^```/;

/**
 * Reads the Markdown that publishers write: links, code, bold text, lists and `(Citation: …)`. Everything else, HTML
 * above all, is text.
 */
export function publisherParagraphs(markdown: string): TextParagraph[] {
  return linesOf(markdown)
    .slice(0, MAX_PARAGRAPHS)
    .map((line) => {
      const isItem = ITEM.test(line);
      return { isItem, parts: partsOf(line.replace(isItem ? ITEM : HEADING, '')) };
    });
}

/** Lines of a paragraph are one; an item, a heading and what follows an empty line begin another. */
function linesOf(markdown: string): string[] {
  const joined: string[][] = [[]];
  for (const written of markdown.replace(/<br ?\/?>/gi, '\n\n').split(/\r\n|\r|\n/)) {
    const line = written.trim();
    const isBreak = line === '' || CODE_FENCE.test(line);
    if (isBreak || ITEM.test(line) || HEADING.test(line)) joined.push([]);
    if (!isBreak) joined.at(-1)?.push(line);
    if (HEADING.test(line)) joined.push([]);
  }
  return joined.map((lines) => lines.join(' ')).filter((line) => line !== '');
}

/** The text without its markup and citations, one line a paragraph. */
export function plainText(markdown: string): string {
  return publisherParagraphs(markdown)
    .map(({ parts }) => tidy(parts.map(({ text }) => text).join('')))
    .join('\n');
}

/** A citation that is taken out leaves no space before a full stop. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:](?:\s|$))/g, '')
    .trim();
}

/** What begins a markup: a link, a citation, code, bold text. */
const MARKUP = /[[(<`*]/g;

function partsOf(line: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { index } of line.matchAll(MARKUP)) {
    if (index < from) continue;
    const found = markupAt(line, index);
    if (!found) continue;
    if (index > from) parts.push({ text: decoded(line.slice(from, index)) });
    parts.push(...found.parts);
    from = found.end;
  }
  if (from < line.length) parts.push({ text: decoded(line.slice(from)) });
  return parts;
}

interface Markup {
  readonly parts: readonly TextPart[];
  readonly end: number;
}

const READERS: Readonly<Record<string, (line: string, at: number) => Markup | undefined>> = {
  '[': linkAt,
  '(': citationAt,
  '<': tagAt,
  '`': (line, at) => codeBetween(line, at, '`', '`'),
  '*': boldAt,
};

function markupAt(line: string, at: number): Markup | undefined {
  return READERS[line.charAt(at)]?.(line, at);
}

function linkAt(line: string, at: number): Markup | undefined {
  const middle = indexWithin(line, '](', at);
  const end = middle < 0 ? -1 : indexWithin(line, ')', middle);
  if (end < 0) return undefined;
  const text = decoded(line.slice(at + 1, middle));
  if (text.includes('[') || text === '') return undefined;
  const href = line.slice(middle + 2, end);
  return { parts: [{ text, ...(isWebAddress(href) ? { href } : {}) }], end: end + 1 };
}

function isWebAddress(href: string): boolean {
  return /^https:\/\/[^\s<>"'`\\]+$/.test(href);
}

const CITATION = '(Citation: ';

function citationAt(line: string, at: number): Markup | undefined {
  if (!line.startsWith(CITATION, at)) return undefined;
  const end = closing(line, at);
  if (end < 0) return undefined;
  return { parts: [{ text: '', citation: line.slice(at + CITATION.length, end).trim() }], end: end + 1 };
}

/** Where the bracket that opens at `at` closes, within the length of a markup. */
function closing(line: string, at: number): number {
  let depth = 0;
  for (let next = at; next < Math.min(line.length, at + MAX_MARKUP); next++) {
    if (line[next] === '(') depth++;
    else if (line[next] === ')' && --depth === 0) return next;
  }
  return -1;
}

/** `<code>` and `<b>`; other tags are text. */
function tagAt(line: string, at: number): Markup | undefined {
  if (line.startsWith('<code>', at)) return codeBetween(line, at, '<code>', '</code>');
  const [tag] = /^<\/?(?:b|i|strong|em|code|p)>/i.exec(line.slice(at, at + 10)) ?? [];
  return tag === undefined ? undefined : { parts: [], end: at + tag.length };
}

function codeBetween(line: string, at: number, open: string, close: string): Markup | undefined {
  const end = indexWithin(line, close, at + open.length);
  if (end <= at + open.length) return undefined;
  const text = decoded(line.slice(at + open.length, end));
  return { parts: [{ text, style: 'code' }], end: end + close.length };
}

function boldAt(line: string, at: number): Markup | undefined {
  if (!line.startsWith('**', at)) return undefined;
  const end = indexWithin(line, '**', at + 2);
  if (end <= at + 2) return undefined;
  const inside = partsOf(line.slice(at + 2, end));
  return { parts: inside.map((part) => ({ style: 'strong' as const, ...part })), end: end + 2 };
}

function indexWithin(line: string, what: string, from: number): number {
  const found = line.slice(from, from + MAX_MARKUP).indexOf(what);
  return found < 0 ? -1 : from + found;
}

/** The three entities that publishers write. */
function decoded(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
