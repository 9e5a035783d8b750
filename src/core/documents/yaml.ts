import type { LineIndex } from '../text/lines';
import type { Comment, Heading, Key, KeyValue, Place, Structure } from './place';

/**
 * The keys and comments of YAML, read line by line from the indentation. It does not parse: a file that is broken
 * half-way still has its keys, and 4 MB take a few milliseconds. What it sees is held against the `yaml` package's
 * own reading in a test. Lines of block scalars are text, never keys.
 */
export class YamlStructure implements Structure {
  readonly headings: readonly Heading[] = [];
  /** Lines that are the text of a block scalar. */
  private readonly textLines = new Set<number>();
  /** By line: the innermost entry that is open when the line begins, as an index into `entries`. */
  private readonly open: Int32Array;
  private readonly entries: Entry[] = [];

  /** Reads the lines from `first` up to, not including, `end`. */
  constructor(
    private readonly lines: LineIndex,
    private readonly first = 0,
    private readonly end = lines.count,
  ) {
    this.open = new Int32Array(Math.max(0, end - first)).fill(-1);
    this.read();
  }

  /** Directives (`%YAML`) and the mark of the first document come first. */
  get contentStart(): number {
    const match = /^(?:%.*(?:\r\n|\r|\n))*(?:---[ \t]*(?:\r\n|\r|\n))?/.exec(
      this.lines.text.slice(0, LONGEST_HEAD),
    );
    return match?.[0].length ?? 0;
  }

  placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    return { line, headings: [], keys: this.keysAt(line, offset), inFence: this.textLines.has(line) };
  }

  commentsWith(word: string): Comment[] {
    const { text } = this.lines;
    const comments: Comment[] = [];
    const stop = this.lines.startOf(this.end);
    for (
      let at = text.indexOf(word, this.lines.startOf(this.first));
      at >= 0 && at < stop;
      at = text.indexOf(word, at)
    ) {
      const line = this.lines.lineAt(at);
      const comment = this.commentOf(line);
      if (comment && comment.start < at) comments.push(comment);
      at = this.lines.endOf(line);
    }
    return comments;
  }

  valuesOf(name: RegExp): KeyValue[] {
    const values: KeyValue[] = [];
    for (const entry of this.entries) {
      const key = this.keyOf(entry);
      if (key && name.test(key.name)) values.push(this.valueOf(entry, key));
    }
    return values;
  }

  private keysAt(line: number, offset: number): Key[] {
    const keys: Key[] = [];
    const start = this.lines.startOf(line);
    let colon = start; // of the nearest key on the line itself
    for (let index = this.open[line - this.first] ?? -1; index >= 0;) {
      const entry = this.entries[index];
      if (!entry) break;
      const isHere = entry.line === line;
      const key = this.keyOf(entry) ?? { line: entry.line, column: entry.column, name: '' };
      if (!isHere || start + entry.column < offset) keys.push(key);
      if (isHere && entry.colon !== undefined) colon = Math.max(colon, entry.colon + 1);
      index = entry.parent;
    }
    const inner = this.innerKey(line, colon, offset);
    return inner ? [inner, ...keys] : keys;
  }

  /** The key before the offset within a flow mapping on one line: `{ technique: T1059, controls: [IAM-10] }`. */
  private innerKey(line: number, from: number, offset: number): Key | undefined {
    if (offset - from < 3 || offset - from > LONGEST_FLOW) return undefined;
    const before = this.lines.text.slice(from, offset);
    const match = /(?:^|[{,]\s*)["']?([\w&-]+)["']?:\s*(?:\[[^\]{}]*|["']?)$/.exec(before);
    return match?.[1]
      ? { line, column: from + match.index - this.lines.startOf(line), name: match[1] }
      : undefined;
  }

  private read(): void {
    let top = -1;
    let textDeeperThan = Number.POSITIVE_INFINITY; // inside a block scalar: lines deeper than this are its text
    let quotedUntil = 0; // inside a quoted text of several lines: lines that begin before this offset are its text
    for (let line = this.first; line < this.end; line++) {
      const row = this.rowOf(line);
      const isText = row.indent > textDeeperThan || this.lines.startOf(line) < quotedUntil;
      if (row.kind === 'blank' || (row.kind === 'text' && isText)) {
        this.open[line - this.first] = top;
        if (isText) this.textLines.add(line);
        continue;
      }
      textDeeperThan = Number.POSITIVE_INFINITY;
      if (row.kind === 'document') {
        top = -1;
        continue;
      }
      top = this.push(line, row.indent, top);
      this.open[line - this.first] = top;
      const entry = this.entries[top];
      if (entry?.line !== line) continue;
      const value = this.valueStart(entry);
      const mark = this.lines.text.charCodeAt(value);
      if (mark === PIPE || mark === GREATER) textDeeperThan = entry.column;
      else if (mark === QUOTE || mark === APOSTROPHE) quotedUntil = this.closingQuote(line, value, mark);
    }
  }

  /** The offset at which the value on the entry's line begins, past tags and anchors; the line's end where there is none. */
  private valueStart({ line, column, colon }: Entry): number {
    const end = this.lines.endOf(line);
    const from = colon ?? this.lines.startOf(line) + column;
    let at = from + 1;
    while (at < end && this.lines.text.charCodeAt(at) === SPACE) at++;
    const mark = this.lines.text.charCodeAt(at);
    if (mark !== EXCLAMATION && mark !== AMPERSAND) return at;
    const properties = /^(?:[!&]\S*\s+)+/.exec(this.lines.text.slice(at, end));
    return at + (properties?.[0].length ?? 0);
  }

  /** Where a quoted text that does not end on its line ends; 0 where it does, or never ends. */
  private closingQuote(line: number, open: number, mark: number): number {
    const { text } = this.lines;
    const quote = mark === QUOTE ? '"' : "'";
    const limit = Math.min(text.length, open + LONGEST_QUOTED);
    for (let at = text.indexOf(quote, open + 1); at >= 0 && at < limit; at = text.indexOf(quote, at + 1)) {
      if (quote === '"' && isEscaped(text, at)) continue;
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at > this.lines.endOf(line) ? at : 0;
    }
    return 0;
  }

  private rowOf(line: number): { readonly kind: 'blank' | 'document' | 'text'; readonly indent: number } {
    const { text } = this.lines;
    const start = this.lines.startOf(line);
    const end = this.lines.endOf(line);
    let at = start;
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    const code = at < end ? text.charCodeAt(at) : NEW_LINE;
    if (code === NEW_LINE || code === HASH) return { kind: 'blank', indent: at - start };
    const isDocument = at === start && code === DASH && text.startsWith('---', at) && end - at < 5;
    return { kind: isDocument ? 'document' : 'text', indent: at - start };
  }

  /** Opens what the line opens, each `- ` an entry and the key another; gives back the new top of the stack. */
  private push(line: number, indent: number, top: number): number {
    const { text } = this.lines;
    const start = this.lines.startOf(line);
    const end = this.lines.endOf(line);
    let column = indent;
    let parent = top;
    while (text.charCodeAt(start + column) === DASH && isGap(text, start + column + 1, end)) {
      parent = this.add(parent, { line, column, isItem: true });
      column++;
      while (start + column < end && text.charCodeAt(start + column) === SPACE) column++;
    }
    const colon = keyEnd(text, start + column, end);
    if (colon < 0) return column === indent ? this.popTo(parent, column, false) : parent;
    return this.add(parent, { line, column, isItem: false, colon });
  }

  private add(top: number, entry: Omit<Entry, 'parent'>): number {
    const parent = this.popTo(top, entry.column, entry.isItem);
    this.entries.push({ ...entry, parent });
    return this.entries.length - 1;
  }

  /** A sequence may stand at the same column as the key that holds it. */
  private popTo(top: number, column: number, isItem: boolean): number {
    let index = top;
    for (let entry = this.entries[index]; entry; entry = this.entries[index]) {
      const stays = entry.column < column || (isItem && entry.column === column && !entry.isItem);
      if (stays) break;
      index = entry.parent;
    }
    return index;
  }

  private keyOf(entry: Entry): Key | undefined {
    if (entry.colon === undefined) return undefined;
    const start = this.lines.startOf(entry.line) + entry.column;
    const name = this.lines.text
      .slice(start, entry.colon)
      .trim()
      .replace(/^["']|["']$/g, '');
    return { line: entry.line, column: entry.column, name };
  }

  private valueOf(entry: Entry, key: Key): KeyValue {
    const end = this.lines.endOf(entry.line);
    const from = (entry.colon ?? end) + 1;
    const match = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s#][^#]*?))?\s*(?:#.*)?$/.exec(
      this.lines.text.slice(from, end),
    );
    let parent = this.entries[entry.parent];
    while (parent && parent.colon === undefined && !parent.isItem) parent = this.entries[parent.parent];
    return {
      key,
      value: match?.[1] ?? match?.[2] ?? match?.[3] ?? '',
      span: { start: this.lines.startOf(entry.line) + entry.column, end },
      parent: parent && (this.keyOf(parent) ?? { line: parent.line, column: parent.column, name: '' }),
    };
  }

  private commentOf(line: number): Comment | undefined {
    const { start, end } = this.lines.spanOf(line);
    const text = this.lines.text.slice(start, end);
    const hash = /(?:^|\s)#/.exec(text);
    if (!hash) return undefined;
    const from = start + hash.index + hash[0].length - 1;
    return { line, lastLine: line, start: from, end, text: text.slice(from - start + 1).trim() };
  }
}

interface Entry {
  readonly line: number;
  readonly column: number;
  readonly isItem: boolean;
  /** Offset of the colon, where the entry is a key. */
  readonly colon?: number;
  readonly parent: number;
}

const SPACE = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const HASH = 35;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;
const GREATER = 62;
const PIPE = 124;
const NEW_LINE = 10;
const LONGEST_KEY = 120;
const LONGEST_FLOW = 400;
const LONGEST_HEAD = 2000;
const LONGEST_QUOTED = 50_000;

/** An odd number of backslashes stands before the offset. */
function isEscaped(text: string, offset: number): boolean {
  let before = offset;
  while (text[before - 1] === '\\') before--;
  return (offset - before) % 2 === 1;
}

function isGap(text: string, offset: number, end: number): boolean {
  return offset >= end || text.charCodeAt(offset) === SPACE;
}

/** The offset of the colon after a key that begins at the offset, or -1. */
function keyEnd(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + LONGEST_KEY);
  const first = text.charCodeAt(from);
  if (first === QUOTE || first === APOSTROPHE) {
    const close = text.indexOf(String.fromCharCode(first), from + 1);
    if (close < 0 || close >= limit) return -1;
    return text.charCodeAt(close + 1) === COLON && isGap(text, close + 2, end) ? close + 1 : -1;
  }
  if (first === HASH || first === 91 || first === 123) return -1;
  for (let at = from; at < limit; at++) {
    if (text.charCodeAt(at) === COLON && isGap(text, at + 1, end)) return at;
  }
  return -1;
}
