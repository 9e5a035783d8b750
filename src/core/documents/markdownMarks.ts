const HASH = 35;
const STAR = 42;
const PLUS = 43;
const DASH = 45;
const ONE = 49;
const UNDERSCORE = 95;

/** `***`, `---`, `_ _ _` */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== STAR && code !== DASH && code !== UNDERSCORE) return false;
  return /^([*_-])(?:[ \t]*\1){2,}[ \t]*$/.test(text.slice(at, end));
}

/** The length of a list item's mark, `-` or `12.`, or 0 where none begins here. */
export function itemMark(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code === DASH || code === STAR || code === PLUS) return isGap(text, at + 1, end) ? 1 : 0;
  if (code < 48 || code > 57) return 0;
  return /^\d{1,9}[.)](?=[ \t]|$)/.exec(text.slice(at, Math.min(end, at + 12)))?.[0].length ?? 0;
}

/** An empty item, or one with a number other than 1, does not begin below a line of text. */
export function interruptsText(text: string, at: number, mark: number, end: number): boolean {
  if (text.slice(at + mark, end).trim() === '') return false;
  return mark === 1 || (mark === 2 && text.charCodeAt(at) === ONE);
}

/** The mark of a footnote, `[^1]:`, or 0. */
export function footnoteMark(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) !== 94) return 0;
  return /^\[\^[^\s\][]+\]:/.exec(text.slice(at, end))?.[0].length ?? 0;
}

/** The mark that opens a fence, `~~~~` or three backticks and more, without what stands after it. */
export function fenceMark(text: string, at: number, end: number): string | undefined {
  const open = /^(`{3,}|~{3,})(.*)/s.exec(text.slice(at, end));
  const mark = open?.[1];
  return mark?.startsWith('`') && open?.[2]?.includes('`') ? undefined : mark;
}

/** The same mark, or a longer one, and nothing after it. */
export function closesFence(text: string, at: number, end: number, mark: string): boolean {
  if (!text.startsWith(mark, at)) return false;
  const rest = text.slice(at + mark.length, end).trimEnd();
  return rest.replaceAll(mark[0] ?? '', '') === '';
}

/** The number of marks that begin a heading, `##`, or 0. */
export function headingDepth(text: string, at: number, end: number): number {
  let depth = 0;
  while (depth < 7 && text.charCodeAt(at + depth) === HASH) depth++;
  return depth > 0 && depth < 7 && isGap(text, at + depth, end) ? depth : 0;
}

/** The text of a heading after its marks, without the marks that may close it: `Scope` of `## Scope ##`. */
export function headingText(text: string, from: number, end: number): string {
  let start = from;
  while (start < end && isGap(text, start, end)) start++;
  const stop = endOfText(text, start, end);
  let marks = stop;
  while (marks > start && text.charCodeAt(marks - 1) === HASH) marks--;
  const isClosed = marks < stop && (marks === start || isGap(text, marks - 1, end));
  return text.slice(start, isClosed ? endOfText(text, start, marks) : stop);
}

/** Without the space at its end. */
function endOfText(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isGap(text, stop - 1, end)) stop--;
  return stop;
}

/** `===` or `---` below a text: the depth of the heading that it makes, or 0. */
export function underlineDepth(text: string, at: number, end: number): number {
  const underline = /^(?:=+|-+)[ \t]*$/.exec(text.slice(at, end));
  if (!underline) return 0;
  return underline[0].startsWith('=') ? 1 : 2;
}

/** `[name]: address`, which is no text. */
export function isLinkDefinition(text: string): boolean {
  return /^\s*\[[^\]^][^\]]*\]:\s*\S+/.test(text);
}

/** A text of several lines in one, without the indentation and the marks of block quotes between them. */
export function joinedLines(text: string): string {
  const lines = text
    .split(/[\r\n]+/)
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t>]+/, '')));
  return lines
    .map((line) => line.trimEnd())
    .join(' ')
    .trim();
}

function isGap(text: string, at: number, end: number): boolean {
  return at >= end || text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9;
}
