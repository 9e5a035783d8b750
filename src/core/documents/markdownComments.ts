import type { LineIndex } from '../text/lines';
import { LineKind, type MarkdownBlocks } from './markdownBlocks';
import { cellsOf } from './markdownTables';
import type { Comment } from './place';

const OPEN = '<!--';
const CLOSE = '-->';
/** A tag with simple attributes, or an address in angle brackets. */
const TAG = /^<(?:\/?[a-z][^<>`]*|[a-z][a-z\d+.-]+:[^<>\s]*|[a-z][^<>]*="[^<>"]*"[^<>]*)>$/i;

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
  let next = from;
  for (let at = text.indexOf(OPEN, from); at >= 0; at = text.indexOf(OPEN, next)) {
    const line = lines.lineAt(at);
    const end = endOfComment(lines, blocks, line, at);
    next = end ?? at + OPEN.length;
    if (end === undefined || !text.slice(at, end).includes(word)) continue;
    comments.push({ start: at, end, line, lastLine: lines.lineAt(end - 1), text: innerText(text, at, end) });
  }
  return comments;
}

/** The end of the comment that begins at the offset, undefined where it is none. */
function endOfComment(
  lines: LineIndex,
  blocks: MarkdownBlocks,
  line: number,
  at: number,
): number | undefined {
  const kind = blocks.kinds[line] ?? LineKind.none;
  if (kind === LineKind.code) return undefined;
  if (kind === LineKind.html) return endOfHtmlComment(lines, blocks, line, at);
  const [start, end] = inlineBounds(lines, blocks, line, at);
  const close = lines.text.indexOf(CLOSE, at + 2);
  return close >= 0 && close < end && isHtmlAt(lines.text, start, at) ? close + CLOSE.length : undefined;
}

/** A comment that is never closed ends with its block. */
function endOfHtmlComment(lines: LineIndex, blocks: MarkdownBlocks, line: number, at: number): number {
  let last = line;
  while (blocks.kinds[last + 1] === LineKind.html) last++;
  const end = lines.endOf(last);
  const close = lines.text.indexOf(CLOSE, at + 2);
  return close >= 0 && close < end ? close + CLOSE.length : end;
}

/** The stretch that holds the offset and within which code spans and comments must close. */
function inlineBounds(
  lines: LineIndex,
  blocks: MarkdownBlocks,
  line: number,
  at: number,
): [start: number, end: number] {
  const { kinds } = blocks;
  const content = blocks.contents[line] ?? 0;
  if (kinds[line] === LineKind.table) {
    const cell = cellsOf(lines.text.slice(content, lines.endOf(line))).findLast(
      (each) => content + each.start <= at,
    );
    return cell ? [content + cell.start, content + cell.end] : [at, at];
  }
  let first = line;
  let last = line;
  while (kinds[first] === LineKind.text) first--;
  while (kinds[last + 1] === LineKind.text) last++;
  return [blocks.contents[first] ?? 0, lines.endOf(last)];
}

/** What stands at the offset is neither escaped nor in a code span that begins after `start`. */
function isHtmlAt(text: string, start: number, offset: number): boolean {
  let at = start;
  while (at < offset) {
    const character = text[at];
    if (character === '\\') at += 2;
    else if (character === '`') at = endOfCodeSpan(text, at);
    else if (character === '<') at = endOfTag(text, at);
    else at++;
  }
  return at === offset;
}

/** The offset after a code span that begins here, or after the backticks where they open none. */
function endOfCodeSpan(text: string, at: number): number {
  let after = at;
  while (text[after] === '`') after++;
  const length = after - at;
  for (let from = text.indexOf('`', after); from >= 0;) {
    let to = from;
    while (text[to] === '`') to++;
    if (to - from === length) return to;
    from = text.indexOf('`', to);
  }
  return after;
}

/** The offset after a comment or a tag that begins here, or after the `<` that begins none: backticks in them are text. */
function endOfTag(text: string, at: number): number {
  const isComment = text.startsWith(OPEN, at);
  const close = isComment ? text.indexOf(CLOSE, at + 2) : text.indexOf('>', at);
  if (isComment) return close < 0 ? at + 1 : close + CLOSE.length;
  return close > 0 && TAG.test(text.slice(at, close + 1)) ? close + 1 : at + 1;
}

function innerText(text: string, start: number, end: number): string {
  const inner = text.slice(start + OPEN.length, end);
  return (inner.endsWith(CLOSE) ? inner.slice(0, -CLOSE.length) : inner).trim();
}
