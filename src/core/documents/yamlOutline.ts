import type { LineIndex } from '../text/lines';
import { Numbers } from '../text/numbers';
import { withoutQuotes } from './quotes';
import { YamlFlow } from './yamlFlow';

/** Index of an entry; `NONE` where there is none. */
export type EntryIndex = number;
export const NONE: EntryIndex = -1;

const TAB = 9;
const SPACE = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const HASH = 35;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;
const GREATER = 62;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const PIPE = 124;
const OPEN_BRACE = 123;
const MAX_KEY = 120;
const MAX_QUOTED = 50_000;

/**
 * The keys and sequence items of YAML, read off the indentation. An entry is a row of numbers in four columns rather
 * than an object, since a large file has tens of thousands.
 */
export class YamlOutline {
  private readonly lineColumn: Numbers;
  private readonly columnColumn: Numbers;
  /** Offset of the colon of a key; NONE for an item of a sequence. */
  private readonly colonColumn: Numbers;
  private readonly parentColumn: Numbers;
  /** The last line with something of the entry. */
  private readonly lastLineColumn: Numbers;
  /** By line: the innermost entry that is open on it. */
  private readonly open: Int32Array;
  /** By line: 1 where it is the text of a block scalar or of a quoted text. */
  private readonly isTextLine: Uint8Array;
  readonly flow: YamlFlow;
  /** The last line so far with anything but comments. */
  private lastContent: number;
  private readonly text: string;
  /** By entry: where its value begins, once somebody asked. */
  private readonly values = new Map<EntryIndex, number>();

  /** Reads the lines from `first` up to, not including, `end`. */
  constructor(
    private readonly lines: LineIndex,
    private readonly first: number,
    private readonly end: number,
    isJson = false,
  ) {
    const capacity = end - first + 1;
    this.lineColumn = new Numbers(capacity);
    this.columnColumn = new Numbers(capacity);
    this.colonColumn = new Numbers(capacity);
    this.parentColumn = new Numbers(capacity);
    this.lastLineColumn = new Numbers(capacity);
    this.lastContent = first;
    this.text = lines.text;
    this.flow = new YamlFlow(lines.text, lines.startOf(end), isJson);
    this.open = new Int32Array(Math.max(0, end - first)).fill(NONE);
    this.isTextLine = new Uint8Array(Math.max(0, end - first));
    this.read();
  }

  get count(): number {
    return this.lineColumn.length;
  }

  lineOf(entry: EntryIndex): number {
    return this.lineColumn.at(entry);
  }

  columnOf(entry: EntryIndex): number {
    return this.columnColumn.at(entry);
  }

  colonOf(entry: EntryIndex): number {
    return entry === NONE ? NONE : this.colonColumn.at(entry);
  }

  parentOf(entry: EntryIndex): EntryIndex {
    return entry === NONE ? NONE : this.parentColumn.at(entry);
  }

  openOn(line: number): EntryIndex {
    return this.open[line - this.first] ?? NONE;
  }

  isText(line: number): boolean {
    return this.isTextLine[line - this.first] === 1;
  }

  /** The innermost entry that begins before the offset on its line, or that is open on the line. */
  openAt(line: number, offset: number): EntryIndex {
    const open = this.openOn(line);
    if (open === NONE || this.lineOf(open) < line) return open;
    const column = offset - this.lines.startOf(line);
    let low = this.lineColumn.lastUpTo(line - 1) + 1; // the first entry of the line
    const first = low;
    let high = open + 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.columnOf(middle) < column) low = middle + 1;
      else high = middle;
    }
    return low > first ? low - 1 : this.parentOf(first);
  }

  /** Offset at which the entry begins. */
  startOf(entry: EntryIndex): number {
    return this.lines.startOf(this.lineOf(entry)) + this.columnOf(entry);
  }

  /** Offset at which the entry ends, with all that is nested in it. */
  endOf(entry: EntryIndex): number {
    return this.lines.endOf(this.lastLineColumn.at(entry));
  }

  /** Offset of the value on the entry's own line, past tags and anchors; the end of the line if there is none. */
  valueOf(entry: EntryIndex): number {
    const known = this.values.get(entry);
    if (known !== undefined) return known;
    const line = this.lineOf(entry);
    const value = this.valueStart(entry, this.lines.startOf(line), this.lines.endOf(line));
    this.values.set(entry, value);
    return value;
  }

  /** The name of a key without its quotes; empty for an item. */
  nameOf(entry: EntryIndex): string {
    const colon = this.colonOf(entry);
    if (colon === NONE) return '';
    const start = this.lines.startOf(this.lineOf(entry)) + this.columnOf(entry);
    return withoutQuotes(this.text.slice(start, colon).trim());
  }

  private read(): void {
    const { lines, text, open } = this;
    let top = NONE;
    let textDeeperThan = Number.MAX_SAFE_INTEGER; // in a block scalar: lines deeper than this are its text
    let quotedUntil = 0; // in a quoted text of several lines: lines that begin before this offset are its text
    let flowUntil = 0; // in a flow collection of several lines: lines that begin before this offset are part of it
    for (let line = this.first; line < this.end; line++) {
      const start = lines.startOf(line);
      const end = lines.endOf(line);
      open[line - this.first] = top;
      let at = start;
      while (at < end && text.charCodeAt(at) === SPACE) at++;
      const isText = at - start > textDeeperThan || start < quotedUntil;
      if (isText) this.isTextLine[line - this.first] = 1;
      if (isText || start < flowUntil) {
        if (at < end) this.lastContent = line;
        continue;
      }
      if (at === end || text.charCodeAt(at) === HASH) continue;
      textDeeperThan = Number.MAX_SAFE_INTEGER;
      if (at === start && isDocumentMark(text, at, end)) {
        this.closeTo(top, NONE);
        top = NONE;
        open[line - this.first] = NONE;
        continue;
      }
      top = this.readLine(line, start, end, at - start, top);
      this.lastContent = line;
      open[line - this.first] = top;
      const isOpenedHere = top !== NONE && this.lineOf(top) === line;
      const value = isOpenedHere ? this.valueStart(top, start, end) : at;
      const mark = text.charCodeAt(value);
      if (isBracket(mark)) flowUntil = this.flow.read(top, value, end);
      else if (isOpenedHere && (mark === PIPE || mark === GREATER)) textDeeperThan = this.columnOf(top);
      else if (isOpenedHere && (mark === QUOTE || mark === APOSTROPHE))
        quotedUntil = this.closingQuote(end, value, mark);
    }
    this.closeTo(top, NONE);
  }

  /** Opens what the line opens, each `- ` an item and then perhaps a key; gives back the innermost. */
  private readLine(line: number, start: number, end: number, indent: number, top: EntryIndex): EntryIndex {
    const { text } = this;
    let column = indent;
    let parent = top;
    if (text.charCodeAt(start + column) === QUESTION && isGap(text, start + column + 1, end)) {
      this.parentColumn.push(this.popTo(parent, column, false)); // a complex key: what stands in it has no name
      this.lineColumn.push(line);
      this.columnColumn.push(column);
      this.lastLineColumn.push(line);
      parent = this.colonColumn.push(NONE);
      column++;
      while (start + column < end && text.charCodeAt(start + column) === SPACE) column++;
    }
    while (text.charCodeAt(start + column) === DASH && isGap(text, start + column + 1, end)) {
      parent = this.add(parent, line, column, NONE);
      column++;
      while (start + column < end && text.charCodeAt(start + column) === SPACE) column++;
    }
    const colon = keyEnd(text, start + column, end);
    if (colon !== NONE) return this.add(parent, line, column, colon);
    return column === indent ? this.popTo(parent, column, false) : parent;
  }

  private add(top: EntryIndex, line: number, column: number, colon: number): EntryIndex {
    this.parentColumn.push(this.popTo(top, column, colon === NONE));
    this.lineColumn.push(line);
    this.columnColumn.push(column);
    this.lastLineColumn.push(line);
    return this.colonColumn.push(colon);
  }

  /** A sequence may stand at the same column as the key that holds it. */
  private popTo(top: EntryIndex, column: number, isItem: boolean): EntryIndex {
    let entry = top;
    while (entry !== NONE) {
      const own = this.columnOf(entry);
      if (own < column || (isItem && own === column && this.colonOf(entry) !== NONE)) break;
      entry = this.parentOf(entry);
    }
    this.closeTo(top, entry);
    return entry;
  }

  /** The entries from `top` up to, not including, `stay` end with the last line that had content. */
  private closeTo(top: EntryIndex, stay: EntryIndex): void {
    for (let entry = top; entry !== stay && entry !== NONE; entry = this.parentOf(entry))
      this.lastLineColumn.set(entry, this.lastContent);
  }

  /** Where the value on the entry's line begins, past tags and anchors. */
  private valueStart(entry: EntryIndex, start: number, end: number): number {
    const { text } = this;
    const colon = this.colonOf(entry);
    let at = (colon === NONE ? start + this.columnOf(entry) : colon) + 1;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    const mark = text.charCodeAt(at);
    if (at >= end || (mark !== EXCLAMATION && mark !== AMPERSAND)) return at;
    const properties = /^(?:[!&]\S*\s+)+/.exec(text.slice(at, end));
    return at + (properties?.[0].length ?? 0);
  }

  /** Where a quoted text that does not end on its line ends; 0 where it does, or never ends. */
  private closingQuote(lineEnd: number, from: number, mark: number): number {
    const { text } = this;
    const quote = mark === QUOTE ? '"' : "'";
    const limit = Math.min(text.length, from + MAX_QUOTED);
    for (let at = text.indexOf(quote, from + 1); at >= 0 && at < limit; at = text.indexOf(quote, at + 1)) {
      if (quote === '"' && isEscaped(text, at)) continue;
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at > lineEnd ? at : 0;
    }
    return 0;
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isBracket(code: number): boolean {
  return code === OPEN_BRACKET || code === OPEN_BRACE;
}

/** `---`, alone or before a space. */
function isDocumentMark(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === DASH && text.startsWith('---', at) && isGap(text, at + 3, end);
}

/** An odd number of backslashes stands before the offset. */
function isEscaped(text: string, offset: number): boolean {
  let before = offset;
  while (text[before - 1] === '\\') before--;
  return (offset - before) % 2 === 1;
}

function isGap(text: string, offset: number, end: number): boolean {
  return offset >= end || isSpace(text.charCodeAt(offset));
}

/** The offset of the colon after a key that begins at the offset, or NONE. */
function keyEnd(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + MAX_KEY);
  const first = text.charCodeAt(from);
  if (first === QUOTE || first === APOSTROPHE) {
    const close = text.indexOf(first === QUOTE ? '"' : "'", from + 1);
    if (close < 0 || close >= limit) return NONE;
    return text.charCodeAt(close + 1) === COLON && isGap(text, close + 2, end) ? close + 1 : NONE;
  }
  if (first === HASH || first === OPEN_BRACKET || first === OPEN_BRACE) return NONE;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON && isGap(text, at + 1, end)) return at;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return NONE;
  }
  return NONE;
}
