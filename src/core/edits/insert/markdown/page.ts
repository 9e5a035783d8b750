import type { Analysis } from '../../../analysis/analysis';
import type { PolicyDocument } from '../../../documents/document';
import { LineKind, MarkdownBlocks } from '../../../documents/markdownBlocks';
import type { Heading } from '../../../documents/place';
import type { Reference } from '../../../recognition/reference';
import { lineEndingOf } from '../../../text/edit';
import type { Span } from '../../../text/span';
import { isNeighbor, type Target } from '../item';

/** A list item: from the line of its mark on, up to and with its last line that is not blank. */
export interface ListItem {
  readonly first: number;
  readonly last: number;
  /** Everything before the item's text: `  > - `. */
  readonly prefix: string;
  /** Offset of its text. */
  readonly content: number;
}

const MARKS = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/g;
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const TAB_WIDTH = 4;

/** The lines of Markdown as an author sees them: paragraphs, items with what belongs to them, sections. */
export class Page {
  private readonly document: PolicyDocument;
  private readonly blocks: MarkdownBlocks;
  private readonly items = new Map<number, ListItem | undefined>();
  private readonly neighbors = new Map<Reference['family'], readonly Reference[]>();
  readonly eol: string;

  constructor(readonly analysis: Analysis) {
    this.document = analysis.document;
    const { lines, structure } = this.document;
    this.blocks = new MarkdownBlocks(lines, lines.lineAt(structure.contentStart));
    this.eol = lineEndingOf(this.text);
  }

  static of(analysis: Analysis): Page {
    return analysis.once(readPage);
  }

  get text(): string {
    return this.document.text;
  }

  get count(): number {
    return this.document.lines.count;
  }

  kind(line: number): number {
    return this.blocks.kinds[line] ?? LineKind.none;
  }

  isProse(line: number): boolean {
    const kind = this.kind(line);
    return kind === LineKind.first || kind === LineKind.text;
  }

  isBlank(line: number): boolean {
    return (
      this.lineText(line)
        .replace(/^[ \t>]+/, '')
        .trim() === ''
    );
  }

  lineText(line: number): string {
    return this.document.lines.textOf(line);
  }

  span(line: number): Span {
    return this.document.lines.spanOf(line);
  }

  lineAt(offset: number): number {
    return this.document.lines.lineAt(offset);
  }

  /** Offset of what stands on the line, past the marks of quotes and lists. */
  content(line: number): number {
    return this.blocks.contents[line] ?? this.span(line).start;
  }

  /** The first and the last line of a stretch of prose. */
  paragraph(line: number): { readonly first: number; readonly last: number } {
    let first = line;
    let last = line;
    while (first > 0 && this.kind(first) === LineKind.text) first--;
    while (this.kind(last + 1) === LineKind.text) last++;
    return { first, last };
  }

  /** True where the reference stands in the heading itself. */
  isInHeading({ place, span }: Reference): boolean {
    const [heading] = place.headings;
    return heading !== undefined && heading.start <= span.start && span.end <= heading.end;
  }

  /** The lines from the heading above up to the next one. */
  section({ place }: Reference): { readonly first: number; readonly last: number } {
    const headings = this.document.structure.headings;
    const own = place.headings[0];
    const next = headings.find((heading) => heading.line > (own?.line ?? -1));
    const first = own?.line ?? this.lineAt(this.document.structure.contentStart);
    return { first, last: (next?.line ?? this.document.lines.count) - 1 };
  }

  /** The section right below that of the target's heading whose own heading the test takes; undefined where none is. */
  subsection(
    target: Target,
    isWanted: (heading: Heading) => boolean,
  ): { readonly first: number; readonly last: number } | undefined {
    const [own] = target.place.headings;
    if (!own || !this.isInHeading(target)) return undefined;
    const { headings } = this.document.structure;
    const at = headings.indexOf(own) + 1;
    const end = headings.findIndex(({ depth }, index) => index >= at && depth <= own.depth);
    const below = headings.slice(at, end < 0 ? undefined : end);
    const found = below.find((heading) => heading.depth === below[0]?.depth && isWanted(heading));
    if (!found) return undefined;
    const next = headings[headings.indexOf(found) + 1];
    return { first: found.line, last: (next?.line ?? this.document.lines.count) - 1 };
  }

  /** The items that hold the line, innermost first. */
  itemsAt(line: number): ListItem[] {
    const items: ListItem[] = [];
    for (let at = line, limit = Number.MAX_SAFE_INTEGER; at >= 0 && limit > 0; at--) {
      const item = this.itemFrom(at);
      if (item === undefined && this.endsLists(at)) break;
      if (item === undefined || item.last < line) continue;
      const column = this.columnOf(at);
      if (column >= limit) continue;
      items.push(item);
      limit = column;
    }
    return items;
  }

  /** A block at the margin that is no item: no list goes on below it. */
  private endsLists(line: number): boolean {
    if (this.kind(line) === LineKind.text || this.isBlank(line)) return false;
    return this.columnOf(line) === 0;
  }

  /** The item whose mark stands on the line. */
  itemFrom(line: number): ListItem | undefined {
    if (!this.items.has(line)) this.items.set(line, this.readItem(line));
    return this.items.get(line);
  }

  private readItem(line: number): ListItem | undefined {
    if (!this.isProse(line) && this.kind(line) !== LineKind.none) return undefined;
    if (!ITEM.test(this.lineText(line)) || this.kind(line) === LineKind.text) return undefined;
    const { start, end } = this.span(line);
    const content = Math.min(end, this.content(line));
    const column = this.columnOf(line);
    const quotes = quotesIn(this.lineText(line));
    let last = line;
    for (let at = line + 1; at < this.document.lines.count; at++) {
      if (this.isBlank(at)) continue;
      const isLazy = this.kind(at) === LineKind.text && at === last + 1;
      if (!isLazy && !this.isFurtherIn(at, column, quotes)) break;
      last = at;
    }
    return { first: line, last, prefix: this.text.slice(start, content), content };
  }

  /** Within as many quotes, what the line begins with is beyond the column: a quote at the margin is in no item. */
  private isFurtherIn(line: number, column: number, quotes: number): boolean {
    return quotesIn(this.lineText(line)) >= quotes && this.columnOf(line, quotes) > column;
  }

  /** The column at which the line's first mark or text begins, behind so many marks of quotes. */
  columnOf(line: number, quotes = Number.MAX_SAFE_INTEGER): number {
    let column = 0;
    let left = quotes;
    for (const character of this.lineText(line)) {
      if (character === '\t') column += TAB_WIDTH - (column % TAB_WIDTH);
      else if (character === ' ' || (character === '>' && left-- > 0)) column++;
      else break;
    }
    return column;
  }

  /** What a line inside of the item begins with: its prefix, each mark as spaces. */
  insideOf({ prefix }: ListItem): string {
    return prefix.replace(MARKS, (mark) => ' '.repeat(mark.length));
  }

  /** References of the family in these lines that count, in order. */
  references(family: Reference['family'], first: number, last: number): Reference[] {
    const all = this.neighborsOf(family);
    const from = firstFrom(all, first);
    const end = firstFrom(all, last + 1);
    return all.slice(from, end);
  }

  private neighborsOf(family: Reference['family']): readonly Reference[] {
    const known = this.neighbors.get(family);
    if (known) return known;
    const all = this.analysis.references.filter((each) => isNeighbor(each, family));
    this.neighbors.set(family, all);
    return all;
  }
}

/** How many marks of quotes a line begins with. */
function quotesIn(line: string): number {
  return /^[ \t]*(?:>[ \t]?)*/.exec(line)?.[0].replaceAll(/[^>]/g, '').length ?? 0;
}

function readPage(analysis: Analysis): Page {
  return new Page(analysis);
}

/** The index of the first reference that stands on the line or below it. */
function firstFrom(references: readonly Reference[], line: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((references[middle]?.place.line ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
