import type { PolicyDocument } from '../../documents/document';
import { oneOf, pattern } from '../../text/pattern';
import type { Span } from '../../text/span';

/** Something of which a list or a mapping has several: an item, a key with its value, an element between commas. */
export interface Entry {
  /** Entries of the same list or mapping have the same one. */
  readonly container: string;
  readonly isKey: boolean;
  /** What must not be said twice: the name of the key, or all of an item. */
  readonly head: Span;
  /** Without the mark of the item. */
  readonly content: Span;
  /** What goes if the entry goes; undefined if taking it out isn't that simple. */
  readonly removal: Span | undefined;
}

interface Open {
  readonly indent: number;
  readonly index: number;
  readonly container: string;
  readonly isKey: boolean;
  readonly head: Span;
  readonly line: number;
  readonly start: number;
}

const LINE = /^([ \t]*)((?:(?:[-*+]|\d+[.)])[ \t]+)*)(.*)$/;
const PLAIN_KEY = /[^\s"'#[\]{},][^#[\]{},]{0,120}?/;
const KEY = pattern('', '^', oneOf(/"[^"]{1,120}"/, /'[^']{1,120}'/, PLAIN_KEY), /(?=:(?:\s|$))/);
const QUOTED_ITEM = /^(?:"[^"]*"|'[^']*'),?$/;
const CLOSER = /^[\]}]+,?$/;

/** The items and keys of a document, read off the indentation, in order of their ends. */
export function lineEntries(document: PolicyDocument): Entry[] {
  return new EntryReader(document).read();
}

class EntryReader {
  private readonly entries: Entry[] = [];
  private readonly open: Open[] = [];
  private next = 0;
  /** Goes up where a list ends that another of the same depth may follow. */
  private generation = 0;
  private lastContent = 0;

  constructor(private readonly document: PolicyDocument) {}

  read(): Entry[] {
    const { lines, text } = this.document;
    for (let line = 0; line < lines.count; line++) {
      const source = text.slice(lines.startOf(line), lines.endOf(line));
      const rest = source.trim();
      if (rest !== '' && !(rest.startsWith('#') && this.document.kind !== 'markdown'))
        this.readLine(line, source);
    }
    this.close(-1);
    return this.entries;
  }

  private readLine(line: number, source: string): void {
    const [, space = '', marks = '', rest = ''] = LINE.exec(source) ?? [];
    const start = this.document.lines.startOf(line);
    const isItem = marks !== '' || QUOTED_ITEM.test(rest) || rest === '{';
    const isCloser = CLOSER.test(rest);
    this.close(space.length, isItem, isCloser);
    this.lastContent = line;
    if (isCloser) return this.close(space.length);
    const isMarkdown = this.document.kind === 'markdown' && this.document.structure.contentStart <= start;
    const key = isMarkdown ? undefined : KEY.exec(rest)?.[0];
    if (!isItem && key === undefined && space === '') this.generation++;
    let at = start + space.length;
    if (isItem) {
      const content = at + marks.length;
      this.push(space.length, false, { start: content, end: start + source.length }, line, content);
      at = content;
    }
    if (key === undefined) return;
    this.push(at - start, true, { start: at, end: at + key.length }, line, at);
  }

  private push(indent: number, isKey: boolean, head: Span, line: number, start: number): void {
    const parent = this.open.at(-1)?.index ?? `g${this.generation}`;
    const container = `${parent}:${indent}:${isKey ? 'key' : 'item'}`;
    this.open.push({ indent, index: this.next++, container, isKey, head, line, start });
  }

  /** Ends what is indented at least so far; an item may have the indentation of the key that holds it. */
  private close(indent: number, isItem = false, isCloser = false): void {
    for (let top = this.open.at(-1); top; top = this.open.at(-1)) {
      if (top.indent < indent) return;
      if (top.indent === indent && (isCloser || (isItem && top.isKey))) return;
      this.open.pop();
      this.entries.push(this.entryOf(top));
    }
  }

  private entryOf({ container, isKey, head, line, start }: Open): Entry {
    const { lines, text } = this.document;
    const end = lines.endOf(this.lastContent);
    const content = { start, end };
    const lineStart = lines.startOf(line);
    const isFirstOnLine = /^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/.test(text.slice(lineStart, start));
    const isWholeKey = !isKey || text.slice(lineStart, start).trim() === '';
    const hasNext = this.lastContent + 1 < lines.count;
    const isJson = /^\s*["{[]/.test(text.slice(lineStart, start + 1));
    const mayGo = isFirstOnLine && isWholeKey && hasNext && (!isJson || text[end - 1] === ',');
    const removal = mayGo ? { start: lineStart, end: lines.startOf(this.lastContent + 1) } : undefined;
    return { container, isKey, head: isKey ? head : content, content, removal };
  }
}

const MAX_FLOW = 4000;

/** The elements of the flow sequence around a place: `[T1562, T1562.001]`; empty if it is in none. */
export function flowEntries({ text, kind, structure }: PolicyDocument, { start }: Span): Entry[] {
  const isData = kind === 'yaml' || structure.placeAt(start).keys.length > 0;
  const opening = isData ? openingBefore(text, start) : -1;
  if (opening < 0 || text[opening] !== '[') return [];
  const cuts = cutsFrom(text, opening + 1);
  return cuts
    .slice(0, -1)
    .flatMap((cut, index) => elementBetween(text, opening, cut, cuts[index + 1] ?? cut, index, cuts));
}

function elementBetween(
  text: string,
  opening: number,
  from: number,
  to: number,
  index: number,
  cuts: readonly number[],
): Entry[] {
  const written = text.slice(from + 1, to);
  if (written.trim() === '') return [];
  const start = from + 1 + written.length - written.trimStart().length;
  const content = { start, end: to - (written.length - written.trimEnd().length) };
  const isLast = index === cuts.length - 2;
  if (/\s#/.test(written))
    return [{ container: `[${opening}`, isKey: false, head: content, content, removal: undefined }];
  const removal = isLast
    ? index > 0
      ? { start: from, end: to }
      : undefined
    : { start, end: to + 1 + spaceAt(text, to + 1) };
  return [{ container: `[${opening}`, isKey: false, head: content, content, removal }];
}

function spaceAt(text: string, at: number): number {
  let end = at;
  while (/\s/.test(text[end] ?? '')) end++;
  return end - at;
}

function openingBefore(text: string, from: number): number {
  let depth = 0;
  for (let at = from - 1; at >= Math.max(0, from - MAX_FLOW); at--) {
    const character = text[at] ?? '';
    if (character === ']' || character === '}') depth++;
    else if ((character === '[' || character === '{') && depth-- === 0) return at;
  }
  return -1;
}

/** The offsets of the opening bracket, of each comma of its own, and of the closing bracket. */
function cutsFrom(text: string, from: number): number[] {
  const cuts = [from - 1];
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + MAX_FLOW); at++) {
    const character = text[at] ?? '';
    if (character === '[' || character === '{') depth++;
    else if (character === ',' && depth === 0) cuts.push(at);
    else if ((character === ']' || character === '}') && depth-- === 0) return [...cuts, at];
  }
  return [];
}
