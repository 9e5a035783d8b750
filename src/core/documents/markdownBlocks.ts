import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { ListItems } from './listItems';
import { MarkdownContainers } from './markdownContainers';
import { MarkdownCursor } from './markdownCursor';
import { ANY_TAG, endsAtBlank, htmlEnds, htmlStart, type HtmlKind } from './markdownHtml';
import {
  closesFence,
  fenceMark,
  footnoteMark,
  headingDepth,
  headingText,
  interruptsText,
  isLinkDefinition,
  isThematicBreak,
  itemMark,
  joinedLines,
  underlineDepth,
} from './markdownMarks';
import { headersOf, type PipeTable } from './markdownTables';
import type { Heading } from './place';

/** What a line is part of. */
export const LineKind = { none: 0, first: 1, text: 2, code: 3, html: 4, table: 5, heading: 6 } as const;

const Leaf = { none: 0, paragraph: 1, fence: 2, html: 3, table: 4 } as const;
type LeafKind = (typeof Leaf)[keyof typeof Leaf];

const NONE = -1;
const CODE_INDENT = 4;
/** Whoever nests deeper means to keep us busy: the rest of the line is text. */
const MAX_CONTAINERS = 100;
const HASH = 35;
const STAR = 42;
const DASH = 45;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const OPEN_BRACKET = 91;
const UNDERSCORE = 95;
const BACKTICK = 96;
const PIPE = 124;
const TILDE = 126;

/**
 * The blocks of Markdown, as CommonMark and GFM have them, out of one pass over the lines: for each line the
 * containers that go on, those that begin, and the block inside them. Held against micromark in a test.
 */
export class MarkdownBlocks {
  readonly headings: Heading[] = [];
  readonly tables: PipeTable[] = [];
  /** By line: what it is part of, see LineKind; a paragraph begins at `first`. */
  readonly kinds: Uint8Array;
  /** By line: where its content begins, past the marks of block quotes and list items. */
  readonly contents: Int32Array;
  /** By line: index in `leads` of what leads in the list item that the line belongs to, or -1. */
  readonly leadIns: Int32Array;
  readonly items: ListItems;
  private line = 0;
  private readonly text: string;
  private readonly cursor: MarkdownCursor;
  private readonly containers = new MarkdownContainers();
  private leaf: LeafKind = Leaf.none;
  private mark = ''; // that opened the fence
  private html: HtmlKind = 0;
  private paragraphLine = 0;
  private paragraphStart = 0;
  /** Offset of the mark of the item that the line opens, or -1. */
  private itemStart = NONE;

  /** Reads the lines from `first` on. */
  constructor(
    private readonly lines: LineIndex,
    first: number,
  ) {
    this.text = lines.text;
    this.cursor = new MarkdownCursor(lines.text);
    this.items = new ListItems(lines);
    this.kinds = new Uint8Array(lines.count);
    this.contents = new Int32Array(lines.count);
    this.leadIns = new Int32Array(lines.count).fill(NONE);
    for (let line = first; line < lines.count; line++) this.readLine(line);
  }

  get leads(): readonly Span[] {
    return this.containers.leads;
  }

  private readLine(line: number): void {
    const { cursor, containers } = this;
    this.line = line;
    cursor.begin(this.lines.startOf(line), this.lines.endOf(line));
    const matched = containers.match(cursor);
    const { isBlank } = cursor;
    if (isBlank) this.readBlank(line, matched);
    else if (matched < containers.depth || !this.goOn(line)) this.readBlock(line, matched);
    this.leadIns[line] = containers.leadIn;
    this.items.setLine(line, containers.item, isBlank);
    this.contents[line] = cursor.next;
  }

  private readBlank(line: number, matched: number): void {
    this.closeTo(matched);
    if (this.leaf === Leaf.fence) this.kinds[line] = LineKind.code;
    else if (this.leaf === Leaf.html && !endsAtBlank(this.html)) this.kinds[line] = LineKind.html;
    else this.leaf = Leaf.none;
  }

  /** True where the line belongs to an open fence or HTML block. */
  private goOn(line: number): boolean {
    const { cursor, text } = this;
    if (this.leaf === Leaf.fence) {
      this.kinds[line] = LineKind.code;
      if (cursor.indent < CODE_INDENT && closesFence(text, cursor.next, cursor.end, this.mark))
        this.leaf = Leaf.none;
      return true;
    }
    if (this.leaf !== Leaf.html) return false;
    this.kinds[line] = LineKind.html;
    if (htmlEnds(this.html, text.slice(cursor.next, cursor.end))) this.leaf = Leaf.none;
    return true;
  }

  private readBlock(line: number, matched: number): void {
    const { cursor, containers } = this;
    let level = matched;
    this.itemStart = NONE;
    while (cursor.indent < CODE_INDENT && this.openContainer(level)) {
      level = containers.depth;
      this.leaf = Leaf.none;
      if (cursor.isBlank) return;
    }
    const isIndented = cursor.indent >= CODE_INDENT;
    if (isIndented && this.leaf !== Leaf.paragraph) {
      this.closeTo(level);
      this.leaf = Leaf.none;
      this.kinds[line] = LineKind.code;
    } else if (isIndented || !this.beginLeaf(line, level)) this.readText(line, level);
    containers.fill();
  }

  /** What is open inside of the first `level` containers ends here. */
  private closeTo(level: number): void {
    if (level === this.containers.depth) return;
    this.containers.depth = level;
    this.leaf = Leaf.none;
  }

  /** Opens the block quote, list item or footnote that begins here, inside of the first `level` containers. */
  private openContainer(level: number): boolean {
    const { cursor, text } = this;
    const { code } = cursor;
    if (level >= MAX_CONTAINERS) return false;
    if (code === GREATER) return this.openQuote(level);
    const mark = itemMark(text, cursor.next, cursor.end);
    if (mark > 0) return this.openItem(level, mark);
    if (code !== OPEN_BRACKET) return false;
    const footnote = footnoteMark(text, cursor.next, cursor.end);
    if (footnote === 0) return false;
    this.closeTo(level);
    cursor.skipMark(footnote);
    this.containers.openFootnote(CODE_INDENT);
    this.itemStart = NONE;
    return true;
  }

  private openQuote(level: number): boolean {
    this.closeTo(level);
    this.cursor.takeQuoteMark();
    this.containers.openQuote();
    this.itemStart = NONE;
    return true;
  }

  private openItem(level: number, mark: number): boolean {
    const { cursor, containers, text } = this;
    const { next, end, indent, nextColumn: column } = cursor;
    if (isThematicBreak(text, next, end)) return false;
    const interrupts = this.leaf === Leaf.paragraph && level === containers.depth;
    if (interrupts && !interruptsText(text, next, mark, end)) return false;
    this.closeTo(level);
    cursor.skipMark(mark);
    const space = cursor.isBlank || cursor.indent > CODE_INDENT ? 1 : cursor.indent;
    cursor.skip(space);
    const item = this.items.open(next, mark, column, cursor.next, this.line, containers.item);
    containers.openItem(item, indent + mark + space, next, end);
    this.itemStart = next;
    return true;
  }

  /** Reads the line where it begins, or underlines, a block that is no plain text. */
  private beginLeaf(line: number, level: number): boolean {
    switch (this.cursor.code) {
      case HASH:
        return this.readHeading(line, level);
      case BACKTICK:
      case TILDE:
        return this.beginFence(line, level);
      case LESS:
        return this.beginHtml(line, level);
      case EQUALS:
        return this.readUnderline(line, level);
      case DASH:
        return this.readUnderline(line, level) || this.readRule(level);
      case STAR:
      case UNDERSCORE:
        return this.readRule(level);
      default:
        return false;
    }
  }

  private readHeading(line: number, level: number): boolean {
    const { next, end } = this.cursor;
    const depth = headingDepth(this.text, next, end);
    if (depth === 0) return false;
    this.closeTo(level);
    this.headings.push({ start: next, end, line, depth, text: headingText(this.text, next + depth, end) });
    this.endLeaf(line, LineKind.heading);
    return true;
  }

  /** `Title` over `===` or `---`. */
  private readUnderline(line: number, level: number): boolean {
    if (this.leaf !== Leaf.paragraph || level < this.containers.depth) return false;
    const { next, end } = this.cursor;
    const depth = underlineDepth(this.text, next, end);
    if (depth === 0) return false;
    const text = joinedLines(this.text.slice(this.contents[this.paragraphLine], this.lines.endOf(line - 1)));
    if (isLinkDefinition(text)) return false;
    const start = this.lines.startOf(this.paragraphLine);
    this.headings.push({ start, end, line: this.paragraphLine, depth, text });
    this.endLeaf(line, LineKind.heading);
    return true;
  }

  private readRule(level: number): boolean {
    if (!isThematicBreak(this.text, this.cursor.next, this.cursor.end)) return false;
    this.closeTo(level);
    this.leaf = Leaf.none;
    this.containers.clearText();
    return true;
  }

  private beginFence(line: number, level: number): boolean {
    const mark = fenceMark(this.text, this.cursor.next, this.cursor.end);
    if (mark === undefined) return false;
    this.closeTo(level);
    this.mark = mark;
    this.leaf = Leaf.fence;
    this.kinds[line] = LineKind.code;
    return true;
  }

  private beginHtml(line: number, level: number): boolean {
    const content = this.text.slice(this.cursor.next, this.cursor.end);
    const kind = htmlStart(content);
    if (kind === 0 || (kind === ANY_TAG && this.leaf === Leaf.paragraph)) return false;
    this.closeTo(level);
    this.html = kind;
    this.leaf = htmlEnds(kind, content) ? Leaf.none : Leaf.html;
    this.kinds[line] = LineKind.html;
    return true;
  }

  /** A line of a paragraph or of a table. */
  private readText(line: number, level: number): void {
    const isLazy = level < this.containers.depth;
    if (!isLazy && this.leaf === Leaf.table) this.kinds[line] = LineKind.table;
    else if (this.leaf !== Leaf.paragraph) this.beginParagraph(line, level);
    else if (isLazy || !this.beginTable(line)) this.extendParagraph(line);
  }

  private beginParagraph(line: number, level: number): void {
    this.closeTo(level);
    this.leaf = Leaf.paragraph;
    this.kinds[line] = LineKind.first;
    this.paragraphLine = line;
    this.paragraphStart = this.itemStart >= 0 ? this.itemStart : this.cursor.next;
    this.containers.setText(this.paragraphStart, this.cursor.end);
  }

  private extendParagraph(line: number): void {
    this.kinds[line] = LineKind.text;
    this.containers.setText(this.paragraphStart, this.cursor.end);
  }

  /** Where the line is a delimiter row, the line above it is the header of a table. */
  private beginTable(line: number): boolean {
    const { next, end, code, indent } = this.cursor;
    if ((code !== PIPE && code !== DASH && code !== COLON) || indent >= CODE_INDENT) return false;
    const header = this.text.slice(this.contents[line - 1], this.lines.endOf(line - 1));
    const headers = headersOf(header, this.text.slice(next, end));
    if (!headers) return false;
    this.tables.push({ start: this.lines.startOf(line - 1), headerLine: line - 1, headers });
    this.kinds[line - 1] = LineKind.table;
    this.endLeaf(line, LineKind.table);
    this.leaf = Leaf.table;
    return true;
  }

  private endLeaf(line: number, kind: number): void {
    this.kinds[line] = kind;
    this.leaf = Leaf.none;
    this.containers.clearText();
  }
}
