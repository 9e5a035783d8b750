import type { LineIndex } from '../text/lines';
import { lastStartingBy, type Span } from '../text/span';
import { cellsOf, isDelimiterRow, type RowCell } from './markdownTables';
import type { Cell, Comment, Heading, KeyValue, Place, Structure } from './place';
import { YamlStructure } from './yaml';

interface Table {
  /** Offset of the header line. */
  readonly start: number;
  readonly headerLine: number;
  /** The line after the last row. */
  readonly endLine: number;
  readonly headers: readonly string[];
}

interface OpenItem {
  readonly indent: number;
  readonly line: number;
  readonly leadIn: number;
}

const NONE = -1;

/**
 * The structure of Markdown that references need: front matter, headings, fences, tables and lists, out of one pass
 * over the lines. Held against a CommonMark and GFM parser in a test.
 */
export class MarkdownStructure implements Structure {
  readonly headings: Heading[] = [];
  private readonly tables: Table[] = [];
  private readonly fences: { start: number; end: number }[] = [];
  /** By line: the line whose text leads in the list item that the line belongs to, or -1. */
  private readonly leadIns: Int32Array;
  private readonly frontMatterEnd: number;
  private lazyFrontMatter: YamlStructure | undefined;
  private readonly chains = new Map<number, readonly Heading[]>();

  constructor(private readonly lines: LineIndex) {
    this.leadIns = new Int32Array(lines.count).fill(NONE);
    this.frontMatterEnd = frontMatterEnd(lines);
    this.read();
  }

  get contentStart(): number {
    return this.lines.startOf(this.frontMatterEnd);
  }

  placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    if (line < this.frontMatterEnd) return this.frontMatter().placeAt(offset);
    const cell = this.cellAt(line, offset);
    const leadIn = this.leadIns[line] ?? NONE;
    return {
      line,
      ...(cell ? { cell } : {}),
      headings: this.chain(lastStartingBy(this.headings, offset)),
      ...(leadIn >= 0 ? { leadIn: this.lines.textOf(leadIn).trim() } : {}),
      keys: [],
      inFence: this.isFenced(offset),
    };
  }

  commentsWith(word: string): Comment[] {
    const { text } = this.lines;
    const comments: Comment[] = [...this.frontMatterComments(word)];
    for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', at + 4)) {
      const close = text.indexOf('-->', at + 4);
      const end = close < 0 ? text.length : close + 3;
      const inner = text.slice(at + 4, close < 0 ? text.length : close);
      if (!inner.includes(word) || this.isFenced(at)) continue;
      const line = this.lines.lineAt(at);
      comments.push({ start: at, end, line, lastLine: this.lines.lineAt(end - 1), text: inner.trim() });
    }
    return comments;
  }

  valuesOf(name: RegExp): readonly KeyValue[] {
    return this.frontMatterEnd > 0 ? this.frontMatter().valuesOf(name) : [];
  }

  private frontMatterComments(word: string): readonly Comment[] {
    return this.frontMatterEnd > 0 ? this.frontMatter().commentsWith(word) : [];
  }

  private frontMatter(): YamlStructure {
    this.lazyFrontMatter ??= new YamlStructure(this.lines, 1, this.frontMatterEnd - 1);
    return this.lazyFrontMatter;
  }

  /** The heading at the index and those above it, innermost first. */
  private chain(index: number): readonly Heading[] {
    const known = this.chains.get(index);
    if (known) return known;
    const chain: Heading[] = [];
    let depth = Number.POSITIVE_INFINITY;
    for (let at = index; at >= 0 && depth > 1; at--) {
      const heading = this.headings[at];
      if (!heading || heading.depth >= depth) continue;
      chain.push(heading);
      depth = heading.depth;
    }
    this.chains.set(index, chain);
    return chain;
  }

  private cellAt(line: number, offset: number): Cell | undefined {
    const table = this.tables[lastStartingBy(this.tables, offset)];
    if (!table || line >= table.endLine || line < table.headerLine) return undefined;
    const cells = cellsOf(this.lines.textOf(line));
    const start = this.lines.startOf(line);
    const column = cells.findLastIndex((cell) => start + cell.start <= offset);
    const cell: RowCell | undefined = cells[column];
    if (!cell) return undefined;
    return {
      start: start + cell.start,
      end: start + cell.end,
      column,
      header: line === table.headerLine ? '' : (table.headers[column] ?? ''),
      rowLabel: column === 0 || line === table.headerLine ? '' : (cells[0]?.text ?? ''),
      table: table.headerLine,
    };
  }

  private isFenced(offset: number): boolean {
    const fence: Span | undefined = this.fences[lastStartingBy(this.fences, offset)];
    return fence !== undefined && offset < fence.end;
  }

  private read(): void {
    const { lines } = this;
    const items: OpenItem[] = [];
    let paragraph = NONE; // the last line of text that is no list
    let previousBlank = true;
    let isText = false; // the line above belongs to a paragraph of its own, which an underline makes a heading
    for (let line = this.frontMatterEnd; line < lines.count; line++) {
      const start = lines.startOf(line);
      const end = lines.endOf(line);
      const indent = indentOf(lines.text, start, end);
      const at = start + indent;
      const wasText: boolean = isText;
      isText = false;
      if (at >= end) {
        previousBlank = true;
        continue;
      }
      const code = lines.text.charCodeAt(at);
      const last = indent < 4 || items.length > 0 ? this.readBlock(line, at, end, code) : 0;
      if (last > 0) {
        line = last;
        previousBlank = false;
        continue;
      }
      if (code === HASH && indent < 4 && this.readHeading(line, at, end)) {
        items.length = 0;
        paragraph = NONE;
      } else if (wasText && (code === EQUALS || code === DASH) && this.readUnderline(line, at, end)) {
        items.length = 0;
        paragraph = NONE;
      } else if (isThematicBreak(lines.text, at, end, code)) {
        items.length = 0;
      } else if (isListItem(lines.text, at, end, code)) {
        line = this.readItem(line, indent, items, paragraph);
      } else {
        const table = !previousBlank && this.readTable(line, at, end, code);
        if (table) line = table - 1;
        if (table || indent === 0) {
          if (previousBlank || items.length === 0) items.length = 0;
          if (items.length === 0) paragraph = line;
        }
        isText = !table && items.length === 0 && indent < 4 && code !== LESS;
        this.leadIns[line] = items.at(-1)?.leadIn ?? NONE;
      }
      previousBlank = false;
    }
  }

  /** Where a fence or a comment of several lines opens here, gives back its last line, else 0. */
  private readBlock(line: number, at: number, end: number, code: number): number {
    if (code === BACKTICK || code === TILDE) return this.readFence(line, at, end);
    return code === LESS && this.lines.text.startsWith('<!--', at) ? this.lastLineOfComment(line, at) : 0;
  }

  private lastLineOfComment(line: number, at: number): number {
    const close = this.lines.text.indexOf('-->', at + 4);
    const last = close < 0 ? this.lines.count - 1 : this.lines.lineAt(close);
    return last > line ? last : 0;
  }

  /** Gives back the last line of the fence that opens here, or 0. */
  private readFence(line: number, at: number, end: number): number {
    const { lines } = this;
    const open = /^(`{3,}|~{3,})([^\n\r]*)/.exec(lines.text.slice(at, end));
    const mark = open?.[1];
    if (!mark || (mark.startsWith('`') && open[2]?.includes('`'))) return 0;
    let last = line + 1;
    while (last < lines.count && !closesFence(lines.textOf(last), mark)) last++;
    const lastLine = Math.min(last, lines.count - 1);
    this.fences.push({ start: lines.startOf(line), end: lines.endOf(lastLine) });
    return lastLine;
  }

  private readHeading(line: number, at: number, end: number): boolean {
    const match = /^(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(this.lines.text.slice(at, end));
    if (!match?.[1]) return false;
    this.headings.push({ start: at, end, line, depth: match[1].length, text: match[2] ?? '' });
    return true;
  }

  /** `Title` over `===` or `---`. */
  private readUnderline(line: number, at: number, end: number): boolean {
    const underline = /^(?:=+|-+)[ \t]*$/.exec(this.lines.text.slice(at, end));
    const above = this.lines.textOf(line - 1);
    if (!underline || /^ {0,3}>/.test(above)) return false;
    const depth = underline[0].startsWith('=') ? 1 : 2;
    const start = this.lines.startOf(line - 1);
    this.headings.push({ start, end, line: line - 1, depth, text: above.trim() });
    return true;
  }

  /** Gives back the last line that it read: an item may open a fence on its own line. */
  private readItem(line: number, indent: number, items: OpenItem[], paragraph: number): number {
    while (items.length > 0 && (items.at(-1)?.indent ?? 0) >= indent) items.pop();
    const parent = items.at(-1);
    const leadIn = parent ? parent.line : paragraph;
    items.push({ indent, line, leadIn });
    this.leadIns[line] = leadIn;
    const { start, end } = this.lines.spanOf(line);
    const content = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?=```|~~~)/.exec(this.lines.text.slice(start, end));
    return (content && this.readFence(line, start + content[0].length, end)) || line;
  }

  /** Where the line is the delimiter row of a table, gives back the line after its last row. */
  private readTable(line: number, at: number, end: number, code: number): number {
    const { lines } = this;
    if (code !== PIPE && code !== DASH && code !== COLON) return 0;
    if (!isDelimiterRow(lines.text.slice(at, end))) return 0;
    const headers = cellsOf(lines.textOf(line - 1));
    if (headers.length === 0 || headers.length !== cellsOf(lines.textOf(line)).length) return 0;
    let last = line + 1;
    while (
      last < lines.count &&
      lines.textOf(last).trim() !== '' &&
      !/^ {0,3}(?:#{1,6}\s|>|```|~~~)/.test(lines.textOf(last))
    )
      last++;
    this.tables.push({
      start: lines.startOf(line - 1),
      headerLine: line - 1,
      endLine: last,
      headers: headers.map((cell) => cell.text),
    });
    return last;
  }
}

const HASH = 35;
const STAR = 42;
const DASH = 45;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const UNDERSCORE = 95;
const BACKTICK = 96;
const PIPE = 124;
const TILDE = 126;

/** The line after the front matter's closing mark, or 0. */
function frontMatterEnd(lines: LineIndex): number {
  if (!/^---[ \t]*$/.test(lines.textOf(0))) return 0;
  for (let line = 1; line < lines.count; line++) {
    const start = lines.startOf(line);
    const code = lines.text.charCodeAt(start);
    if ((code === DASH || code === 46) && /^(?:---|\.\.\.)[ \t]*$/.test(lines.textOf(line))) return line + 1;
  }
  return 0;
}

function indentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at - start;
}

/** `***`, `---`, `_ _ _` */
function isThematicBreak(text: string, at: number, end: number, code: number): boolean {
  if (code !== STAR && code !== DASH && code !== UNDERSCORE) return false;
  return /^([*_-])(?:[ \t]*\1){2,}[ \t]*$/.test(text.slice(at, end));
}

/** `- x`, `* x`, `+ x`, `1. x`, `1) x`. */
function isListItem(text: string, at: number, end: number, code: number): boolean {
  const isBullet = code === DASH || code === STAR || code === 43;
  if (isBullet) return at + 1 < end && (text.charCodeAt(at + 1) === 32 || text.charCodeAt(at + 1) === 9);
  if (code < 48 || code > 57) return false;
  return /^\d{1,9}[.)](?:\s|$)/.test(text.slice(at, Math.min(end, at + 12)));
}

function closesFence(line: string, mark: string): boolean {
  const trimmed = line.trim();
  return (
    trimmed.length >= mark.length && trimmed.startsWith(mark) && trimmed.replaceAll(mark[0] ?? '', '') === ''
  );
}
