import { NO_NODE, type FlowNodeIndex, type FlowNodes } from './flowNodes';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const STAR = 42;
const COMMA = 44;
const SLASH = 47;
const COLON = 58;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** A collection that is open. */
interface Frame {
  /** The code of its bracket, and its offset. */
  readonly bracket: number;
  readonly start: number;
  /** The innermost node outside of it, and the one inside of it that none of its keys is. */
  readonly outer: FlowNodeIndex;
  readonly base: FlowNodeIndex;
}

/**
 * Reads flow collections of YAML and JSON into nodes, token by token, each character once. In JSON, comments are
 * those of JavaScript, and a bracket that matches no other is passed over rather than ending the collection.
 */
export class FlowReader {
  private frames: Frame[] = [];
  private at = 0;
  private limit = 0;
  private top: FlowNodeIndex = NO_NODE;
  /** Where the last token ended that was no comma. */
  private lastEnd = 0;
  private isBroken = false;
  private braces = 0;

  constructor(
    private readonly text: string,
    private readonly nodes: FlowNodes,
    private readonly isJson = false,
  ) {}

  /** How far the last reading came. */
  get position(): number {
    return this.at;
  }

  /** True if the collection that begins here is closed before the limit. */
  read(start: number, limit: number): boolean {
    this.at = start;
    this.limit = Math.min(limit, this.text.length);
    this.top = NO_NODE;
    this.frames = [];
    this.braces = 0;
    this.isBroken = false;
    this.nodes.change(start, NO_NODE);
    do this.step();
    while (this.frames.length > 0 && this.at < this.limit && !this.isBroken);
    const isClosed = this.frames.length === 0 && !this.isBroken;
    while (this.frames.length > 0) this.closeFrame();
    this.nodes.change(this.at, NO_NODE);
    return isClosed;
  }

  private step(): void {
    const code = this.text.charCodeAt(this.at);
    if (isSpace(code)) this.at++;
    else if (code === QUOTE || code === APOSTROPHE) this.readScalar(this.quoteEnd(code), true);
    else if (code === COMMA) this.readComma();
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) this.open(code);
    else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) this.close(code);
    else if (code === HASH) this.at = this.lineEnd();
    else if (code === SLASH && this.isJson) this.skipComment();
    else if (code === QUESTION && this.endsToken(this.at + 1)) this.at++;
    else this.readScalar(this.plainEnd(), false);
  }

  private open(bracket: number): void {
    const start = this.at++;
    const frame = this.frames.at(-1);
    const outer = this.top;
    if (outer !== NO_NODE) this.nodes.setValue(outer, start);
    if (bracket === OPEN_BRACE && frame?.bracket === OPEN_BRACKET)
      this.top = this.nodes.add(start, NO_NODE, outer, frame.start);
    if (bracket === OPEN_BRACE) this.braces++;
    this.frames.push({ bracket, start, outer, base: this.top });
    this.nodes.change(this.at, this.top);
  }

  private close(code: number): void {
    const bracket = code === CLOSE_BRACE ? OPEN_BRACE : OPEN_BRACKET;
    const isMatch = this.frames.at(-1)?.bracket === bracket;
    this.isBroken = !isMatch && !this.isJson;
    const isOpen = bracket === OPEN_BRACE ? this.braces > 0 : this.frames.length > this.braces;
    if (!isMatch && isOpen) while (this.frames.at(-1)?.bracket !== bracket) this.closeFrame();
    this.at++;
    if (!isOpen) return;
    this.endPair();
    this.lastEnd = this.at;
    this.closeFrame();
  }

  private closeFrame(): void {
    this.endPair();
    const frame = this.frames.pop();
    if (!frame) return;
    if (frame.bracket === OPEN_BRACE) this.braces--;
    if (frame.base !== frame.outer) this.nodes.setEnd(frame.base, this.lastEnd);
    this.top = frame.outer;
    this.nodes.change(this.at, this.top);
  }

  private readComma(): void {
    this.endPair();
    this.at++;
    this.nodes.change(this.at, this.top);
  }

  private endPair(): void {
    const base = this.frames.at(-1)?.base ?? NO_NODE;
    if (this.top === base) return;
    this.nodes.setEnd(this.top, this.lastEnd);
    this.top = base;
  }

  /** A key, if a colon is next; else a value. */
  private readScalar(end: number, isQuoted: boolean): void {
    const start = this.at;
    let colon = end;
    while (colon < this.limit && isBlank(this.text.charCodeAt(colon))) colon++;
    const isKey =
      colon < this.limit &&
      this.text.charCodeAt(colon) === COLON &&
      (isQuoted || (end > start && this.endsToken(colon + 1)));
    if (isKey) this.openKey(start, colon);
    else {
      if (this.top !== this.frames.at(-1)?.base) this.nodes.setValue(this.top, start, end);
      this.at = Math.max(end, start + 1);
      this.lastEnd = this.at;
    }
  }

  private openKey(start: number, colon: number): void {
    this.endPair();
    this.top = this.nodes.add(start, colon, this.top, this.frames.at(-1)?.start ?? start);
    this.nodes.change(colon, this.top);
    this.at = colon + 1;
    this.lastEnd = this.at;
  }

  /** Where the plain text ends that begins here, without the space behind it. */
  private plainEnd(): number {
    const { text, limit } = this;
    let end = this.at;
    for (let at = this.at; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) continue;
      if (code === LINE_FEED || code === CARRIAGE_RETURN || isIndicator(code)) break;
      if (code === COLON && this.endsToken(at + 1)) break;
      if (code === HASH && isBlank(text.charCodeAt(at - 1))) break;
      end = at + 1;
    }
    return end;
  }

  /** The offset behind the text in quotes that begins here. */
  private quoteEnd(quote: number): number {
    const { text, limit } = this;
    for (let at = this.at + 1; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH && quote === QUOTE) at++;
      else if (code === quote && (quote === QUOTE || text.charCodeAt(at + 1) !== quote)) return at + 1;
      else if (code === quote) at++;
    }
    return limit;
  }

  private lineEnd(): number {
    const { text, limit } = this;
    let at = this.at;
    while (at < limit && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== CARRIAGE_RETURN) at++;
    return at;
  }

  /** One of JavaScript; any other slash is passed over. */
  private skipComment(): void {
    const next = this.text.charCodeAt(this.at + 1);
    if (next === SLASH) this.at = this.lineEnd();
    else if (next !== STAR) this.at++;
    else {
      const close = this.text.indexOf('*/', this.at + 2);
      this.at = close < 0 ? this.limit : Math.min(this.limit, close + 2);
    }
  }

  private endsToken(at: number): boolean {
    if (at >= this.limit) return true;
    const code = this.text.charCodeAt(at);
    return isSpace(code) || isIndicator(code);
  }
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isSpace(code: number): boolean {
  return isBlank(code) || code === LINE_FEED || code === CARRIAGE_RETURN;
}

function isIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  );
}
