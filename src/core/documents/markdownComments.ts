import type { LineIndex } from '../text/lines';
import { LineKind, type MarkdownBlocks } from './markdownBlocks';
import { cellsOf, lastOpeningBy, type RowCell } from './markdownTables';
import { Numbers } from '../text/numbers';
import type { Comment } from './place';

const OPEN = '<!--';
const CLOSE = '-->';
const MAX_TAG = 2000;

/** The HTML comments of Markdown that mention the word given, in order; those in code are none. */
export function commentsWith(
  word: string,
  lines: LineIndex,
  blocks: MarkdownBlocks,
  from: number,
): Comment[] {
  const { text } = lines;
  const comments: Comment[] = [];
  if (!text.includes(word)) return comments;
  const reader = new CommentReader(lines, blocks);
  let next = from;
  for (let at = text.indexOf(OPEN, from); at >= 0; at = text.indexOf(OPEN, next)) {
    const line = lines.lineAt(at);
    const end = reader.endOf(line, at);
    next = end ?? at + OPEN.length;
    if (end === undefined || !text.slice(at, end).includes(word)) continue;
    comments.push({ start: at, end, line, lastLine: lines.lineAt(end - 1), text: innerText(text, at, end) });
  }
  return comments;
}

/** Is asked for places in ascending order, and goes on from where it was: a paragraph may hold thousands. */
class CommentReader {
  private readonly text: string;
  /** The lines of the block that was read last. */
  private first = 0;
  private last = -1;
  /** The row of a table that was read last. */
  private row: { readonly line: number; readonly cells: readonly RowCell[] } = { line: -1, cells: [] };
  /** Where the reading of inlines began, and how far it came. */
  private start = -1;
  private at = 0;
  /** The closing mark that was found last; the length of the text if there is none any more. */
  private close = 0;
  private readonly inlines: InlineReader;

  constructor(
    private readonly lines: LineIndex,
    private readonly blocks: MarkdownBlocks,
  ) {
    this.text = lines.text;
    this.inlines = new InlineReader(lines.text);
  }

  /** The end of the comment that begins at the offset, undefined where it is none. */
  endOf(line: number, at: number): number | undefined {
    const kind = this.blocks.kinds[line] ?? LineKind.none;
    if (kind === LineKind.code) return undefined;
    const close = this.closeFrom(at + 2);
    if (kind === LineKind.html) {
      const blockEnd = this.lines.endOf(this.lastOf(line, LineKind.html));
      return close < blockEnd ? close + CLOSE.length : blockEnd; // one never closed ends with its block
    }
    const [start, end] = this.inlineBounds(line, at);
    return close < end && this.isHtmlAt(start, at) ? close + CLOSE.length : undefined;
  }

  private closeFrom(at: number): number {
    if (this.close >= at) return this.close;
    const close = this.text.indexOf(CLOSE, at);
    this.close = close < 0 ? this.text.length : close;
    return this.close;
  }

  /** The stretch that holds the offset and within which code spans and comments must close. */
  private inlineBounds(line: number, at: number): [start: number, end: number] {
    const { blocks, lines } = this;
    const content = blocks.contents[line] ?? 0;
    if (blocks.kinds[line] === LineKind.table) {
      if (this.row.line !== line)
        this.row = { line, cells: cellsOf(this.text.slice(content, lines.endOf(line))) };
      const cell = this.row.cells[lastOpeningBy(this.row.cells, at - content)];
      return cell ? [content + cell.start, content + cell.end] : [at, at];
    }
    const last = this.lastOf(line, LineKind.text);
    return [blocks.contents[this.first] ?? 0, lines.endOf(last)];
  }

  /** The last line of the block; its first one is kept as well. */
  private lastOf(line: number, kind: number): number {
    const { kinds } = this.blocks;
    if (line >= this.first && line <= this.last) return this.last;
    this.first = line;
    this.last = line;
    while (kind === LineKind.text && kinds[this.first] === kind) this.first--;
    while (kinds[this.last + 1] === kind) this.last++;
    return this.last;
  }

  /** What stands at the offset is neither escaped nor in a code span that begins after `start`. */
  private isHtmlAt(start: number, offset: number): boolean {
    if (start !== this.start || this.at > offset) this.at = start;
    this.start = start;
    while (this.at < offset) this.at = this.inlines.endOf(this.at);
    return this.at === offset;
  }
}

/** Tells where code spans, comments and tags end, each search in what is left of the text. */
class InlineReader {
  /** Where runs of backticks begin, by their length. */
  private lazyRuns: ReadonlyMap<number, Numbers> | undefined;

  constructor(private readonly text: string) {}

  endOf(at: number): number {
    switch (this.text[at]) {
      case '\\':
        return at + 2;
      case '`':
        return this.endOfCodeSpan(at);
      case '<':
        return endOfTag(this.text, at);
      default:
        return at + 1;
    }
  }

  /** The offset after a code span that begins here, or after the backticks where they open none. */
  private endOfCodeSpan(at: number): number {
    let after = at;
    while (this.text[after] === '`') after++;
    this.lazyRuns ??= backtickRuns(this.text);
    const runs = this.lazyRuns.get(after - at);
    const next = runs ? runs.lastUpTo(after - 1) + 1 : 0;
    return runs && next < runs.length ? runs.at(next) + (after - at) : after;
  }
}

function backtickRuns(text: string): Map<number, Numbers> {
  const runs = new Map<number, Numbers>();
  for (let at = text.indexOf('`'); at >= 0;) {
    let end = at;
    while (text[end] === '`') end++;
    const same = runs.get(end - at) ?? new Numbers(1);
    runs.set(end - at, same);
    same.push(at);
    at = text.indexOf('`', end);
  }
  return runs;
}

/** The offset after a comment or a tag that begins here, or after the `<` that begins none: backticks in them are text. */
function endOfTag(text: string, at: number): number {
  if (text.startsWith(OPEN, at)) {
    const close = text.indexOf(CLOSE, at + 2);
    return close < 0 ? at + 1 : close + CLOSE.length;
  }
  const limit = Math.min(text.length, at + MAX_TAG);
  let end = at + 1;
  while (end < limit && text[end] !== '<' && text[end] !== '>') end++;
  return text[end] === '>' && isTag(text.slice(at + 1, end)) ? end + 1 : at + 1;
}

/** The inside of a tag, or of an address in angle brackets. Only a tag with a quoted attribute may have backticks. */
function isTag(inner: string): boolean {
  if (!/^\/?[a-z]/i.test(inner)) return false;
  if (!inner.includes('`') || /^[a-z][a-z\d+.-]+:\S*$/i.test(inner)) return true;
  const attribute = inner.indexOf('="');
  return !inner.startsWith('/') && attribute > 0 && inner.includes('"', attribute + 2);
}

function innerText(text: string, start: number, end: number): string {
  const inner = text.slice(start + OPEN.length, end);
  return (inner.endsWith(CLOSE) ? inner.slice(0, -CLOSE.length) : inner).trim();
}
