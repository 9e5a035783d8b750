import type { Span } from '../text/span';
import { withoutQuotes } from './quotes';
import { FlowNodes, NO_NODE, type FlowNodeIndex } from './flowNodes';
import {
  dottedNames,
  isBlank,
  isLineEnd,
  isQuote,
  lineEndFrom,
  skipBlanks,
  stringEnd,
  type TomlName,
} from './tomlText';

/** An array or an inline table that is open. */
interface Frame {
  readonly bracket: string;
  readonly start: number;
  /** The innermost node outside of it, and the one inside of it that none of its keys is. */
  readonly outer: FlowNodeIndex;
  readonly base: FlowNodeIndex;
}

/** A table that headers name: its key, the item that is open if it is an array, and the tables in it. */
interface Table {
  readonly node: FlowNodeIndex;
  readonly item: FlowNodeIndex;
  readonly tables: Map<string, Table>;
}

const CLOSERS: Readonly<Record<string, string>> = { ']': '[', '}': '{' };
/** What ends a bare value. */
const STOPS = ',[]{}#=';

/** Reads TOML into nodes, each character once: tables, keys, arrays, inline tables, texts and comments. */
export class TomlReader {
  readonly nodes = new FlowNodes();
  /** Offsets of the marks that begin comments. */
  readonly comments: number[] = [];
  /** Texts of several lines. */
  readonly longTexts: Span[] = [];
  /** By node that a header opens: the offset of the header. */
  readonly headers = new Map<FlowNodeIndex, number>();
  private at: number;
  private table: FlowNodeIndex = NO_NODE;
  private tableStart: number;
  private readonly tables = new Map<string, Table>();
  private top: FlowNodeIndex = NO_NODE;
  private frames: Frame[] = [];
  /** Where the last token ended. */
  private lastEnd: number;

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
  ) {
    this.at = start;
    this.tableStart = start;
    this.lastEnd = start;
    while (this.at < end) this.readStatement();
    this.closeTo(NO_NODE);
  }

  private readStatement(): void {
    const code = this.text.charCodeAt(this.at);
    if (isBlank(code) || isLineEnd(code)) this.at++;
    else if (this.text[this.at] === '#') this.readComment();
    else if (this.text[this.at] === '[') this.readHeader();
    else this.readPair();
  }

  private readComment(): void {
    this.comments.push(this.at);
    this.at = lineEndFrom(this.text, this.at, this.end);
  }

  /** `[a.b]`, or `[[a.b]]`, which opens an item as well. */
  private readHeader(): void {
    const open = this.at;
    const isArray = this.text[open + 1] === '[';
    const names = dottedNames(this.text, skipBlanks(this.text, open + (isArray ? 2 : 1), this.end), this.end);
    const last = names.at(-1);
    const close = skipBlanks(this.text, last?.end ?? open, this.end);
    if (!last || this.text[close] !== ']') return this.skipLine();
    this.closeTo(NO_NODE);
    this.nodes.change(open, NO_NODE);
    this.openTable(names, open, isArray ? close : NO_NODE);
    this.table = this.top;
    this.tableStart = open;
    this.at = close + (isArray ? 2 : 1);
    this.lastEnd = Math.min(this.at, this.end);
    this.skipLine();
  }

  /** The tables that earlier headers named are gone on with: `[a.b]` is in the last `[[a]]`. */
  private openTable(names: readonly TomlName[], open: number, itemStart: number): void {
    let { tables } = this;
    for (const [index, name] of names.entries()) {
      const text = withoutQuotes(this.text.slice(name.start, name.end));
      const known = tables.get(text);
      const isNewItem = index === names.length - 1 && itemStart !== NO_NODE;
      const node = known?.node ?? this.openNode(name.start, name.end, open);
      this.top = node;
      const item = isNewItem ? this.openNode(itemStart, NO_NODE, open) : (known?.item ?? NO_NODE);
      if (item !== NO_NODE) this.top = item;
      this.nodes.change(isNewItem ? itemStart : name.end, this.top);
      const table = { node, item, tables: isNewItem || !known ? new Map<string, Table>() : known.tables };
      tables.set(text, table);
      ({ tables } = table);
    }
  }

  private openNode(start: number, colon: number, header: number): FlowNodeIndex {
    const node = this.nodes.add(start, colon, this.top, header);
    this.headers.set(node, header);
    return node;
  }

  private readPair(): void {
    const names = dottedNames(this.text, this.at, this.end);
    const equals = skipBlanks(this.text, names.at(-1)?.end ?? this.at, this.end);
    if (names.length === 0 || this.text[equals] !== '=') return this.skipLine();
    this.openKeys(names, this.tableStart);
    this.at = equals + 1;
    const isComplete = this.readValue();
    this.closeTo(this.table);
    this.nodes.change(isComplete ? Math.min(this.at + 1, this.end) : this.at, this.table);
    if (isComplete) this.skipLine();
  }

  /** What else is on the line says nothing, but for a comment. */
  private skipLine(): void {
    while (this.at < this.end && !isLineEnd(this.text.charCodeAt(this.at))) {
      if (this.text[this.at] === '#') return this.readComment();
      this.at++;
    }
  }

  private openKeys(names: readonly TomlName[], bracket: number): void {
    for (const { start, end } of names) {
      this.top = this.nodes.add(start, end, this.top, bracket);
      this.nodes.change(end, this.top);
    }
    this.lastEnd = names.at(-1)?.end ?? this.lastEnd;
  }

  /** The nodes inside of the one given end with the last token. */
  private closeTo(node: FlowNodeIndex): void {
    for (; this.top !== node && this.top !== NO_NODE; this.top = this.nodes.parentOf(this.top))
      this.nodes.setEnd(this.top, this.lastEnd);
    this.top = node;
  }

  /** False if another pair begins before the value is closed. */
  private readValue(): boolean {
    this.frames = [];
    this.at = skipBlanks(this.text, this.at, this.end);
    if (this.at >= this.end || isLineEnd(this.text.charCodeAt(this.at))) return true;
    let isComplete = true;
    do isComplete = this.readToken();
    while (isComplete && this.frames.length > 0 && this.at < this.end);
    while (this.frames.length > 0) this.closeFrame();
    return isComplete;
  }

  /** False at a line that belongs to no value: the array around it was never closed. */
  private readToken(): boolean {
    const { text, at } = this;
    const character = text[at] ?? '';
    if (isBlank(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at))) this.at++;
    else if (character === '#') this.readComment();
    else if (character === ',') this.readComma();
    else if (character === '[' || character === '{') this.openFrame(character);
    else if (character === ']' || character === '}') this.readClose(character);
    else if (this.expectsKey && this.readInlineKey()) return true;
    else return this.readScalar();
    return true;
  }

  private get expectsKey(): boolean {
    const frame = this.frames.at(-1);
    return frame?.bracket === '{' && this.top === frame.base;
  }

  private openFrame(bracket: string): void {
    const start = this.at++;
    const frame = this.frames.at(-1);
    const outer = this.top;
    if (outer !== frame?.base) this.nodes.setValue(outer, start);
    if (bracket === '{' && frame?.bracket === '[')
      this.top = this.nodes.add(start, NO_NODE, outer, frame.start);
    this.frames.push({ bracket, start, outer, base: this.top });
    this.nodes.change(this.at, this.top);
    this.lastEnd = this.at;
  }

  /** One that matches no other is passed over. */
  private readClose(closer: string): void {
    this.at++;
    if (this.frames.at(-1)?.bracket !== CLOSERS[closer]) return;
    this.endPair();
    this.lastEnd = this.at;
    this.closeFrame();
  }

  private closeFrame(): void {
    this.endPair();
    const frame = this.frames.pop();
    if (!frame) return;
    this.closeTo(frame.outer);
    this.nodes.change(this.at, this.top);
  }

  private endPair(): void {
    this.closeTo(this.frames.at(-1)?.base ?? this.top);
  }

  private readComma(): void {
    this.endPair();
    this.at++;
    this.nodes.change(this.at, this.top);
  }

  private readInlineKey(): boolean {
    const names = dottedNames(this.text, this.at, this.end);
    const equals = skipBlanks(this.text, names.at(-1)?.end ?? this.at, this.end);
    if (names.length === 0 || this.text[equals] !== '=') return false;
    this.openKeys(names, this.frames.at(-1)?.start ?? this.at);
    this.at = equals + 1;
    return true;
  }

  private readScalar(): boolean {
    const start = this.at;
    const isText = isQuote(this.text.charCodeAt(start));
    const end = isText ? stringEnd(this.text, start, this.end) : this.bareEnd(start);
    const equals = skipBlanks(this.text, end, this.end);
    if (this.frames.length > 0 && this.text[equals] === '=' && equals < this.end) return false;
    if (isText) this.longTexts.push({ start, end });
    if (this.top !== this.frames.at(-1)?.base) this.nodes.setValue(this.top, start, end);
    this.at = Math.max(end, start + 1);
    this.lastEnd = this.at;
    return true;
  }

  /** Without the space behind it. */
  private bareEnd(start: number): number {
    let end = start;
    for (let at = start; at < this.end && !isLineEnd(this.text.charCodeAt(at)); at++) {
      if (STOPS.includes(this.text[at] ?? '')) break;
      if (!isBlank(this.text.charCodeAt(at))) end = at + 1;
    }
    return end;
  }
}
