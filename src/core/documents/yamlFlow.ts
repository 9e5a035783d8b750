/** A key that is open at a place within `{ }` or `[ ]`: `[start, colon)` spans it, with its quotes. */
export interface FlowKey {
  readonly start: number;
  readonly colon: number;
}

/** A key of a flow mapping with a value of one text, and the key that holds the mapping, if that is in the flow too. */
export interface FlowPair {
  readonly key: FlowKey;
  readonly value: string;
  readonly parent: FlowKey | undefined;
  /** Offset of the mapping's bracket. */
  readonly mapping: number;
}

export const LONGEST_FLOW = 50_000;
const OPENERS: Readonly<Record<string, string>> = { ']': '[', '}': '{' };
/** A plain text in a flow collection, up to what ends it. */
const PLAIN = /(?:[^\s,[\]{}:#]|:(?![\s,[\]{}]|$)|[ \t]+(?![\s#])|(?<!\s)#)+/y;

/**
 * Reads flow collections of YAML, `{ technique: T1059, controls: [IAM-10] }`, from an opening bracket on. Places are
 * asked for in ascending order, so it goes on from where it was.
 */
export class YamlFlow {
  private at = 0;
  private readonly open: (string | FlowKey)[] = [];
  private readonly brackets: number[] = [];
  private isBroken = false;

  constructor(
    private readonly text: string,
    readonly start: number,
  ) {
    this.at = start;
  }

  /** The offset after the closing bracket; 0 where none is near, or brackets do not match. */
  static endOf(text: string, start: number, longest = LONGEST_FLOW): number {
    const flow = new YamlFlow(text, start);
    const limit = Math.min(text.length, start + longest);
    do flow.step();
    while (flow.open.length > 0 && flow.at < limit && !flow.isBroken);
    return flow.open.length > 0 || flow.isBroken ? 0 : flow.at;
  }

  /**
   * The pairs of the mapping that begins here and of those in it, as far as the offset `end`. Those in a sequence are
   * left out: what one item says does not hold for the others.
   */
  static pairsIn(text: string, start: number, end: number): FlowPair[] {
    const flow = new YamlFlow(text, start);
    const pairs: FlowPair[] = [];
    do {
      const from = flow.at;
      const key = flow.open.at(-1);
      flow.step();
      const isValue = typeof key === 'object' && flow.open.at(-1) === key && !/^[\s#]/.test(text[from] ?? '');
      if (!isValue || flow.open.includes('[')) continue;
      const parent = flow.open.findLast((each) => typeof each === 'object' && each !== key);
      pairs.push({
        key,
        value: text.slice(from, flow.at).trim(),
        parent: typeof parent === 'object' ? parent : undefined,
        mapping: flow.brackets.at(-1) ?? start,
      });
    } while (flow.open.length > 0 && flow.at < end && !flow.isBroken);
    return pairs;
  }

  /** The keys around the offset, innermost first; none past the closing bracket. */
  keysAt(offset: number): FlowKey[] {
    while (
      this.at <= offset &&
      this.at < this.text.length &&
      (this.at === this.start || this.open.length > 0)
    ) {
      const before = this.at;
      const end = this.tokenEnd();
      if (end > offset) break;
      this.step();
      if (this.at <= before) break;
    }
    return this.open.filter((each) => typeof each !== 'string').toReversed();
  }

  /** Where the text that begins here ends, without reading it. */
  private tokenEnd(): number {
    const character = this.text[this.at] ?? '';
    if (character === '"' || character === "'") return this.quoteEnd(character);
    if (character.trim() === '') return this.at + 1;
    PLAIN.lastIndex = this.at;
    return PLAIN.test(this.text) ? PLAIN.lastIndex : this.at + 1;
  }

  private step(): void {
    const start = this.at;
    const character = this.text[start] ?? '';
    this.at = this.tokenEnd();
    if (character === '[' || character === '{') this.openBracket(character, start);
    else if (character === ']' || character === '}') this.close(OPENERS[character] ?? '');
    else if (character === ',') this.endPair();
    else if (character === '#') this.at = this.lineEnd(start);
    else if (character.trim() !== '') this.readKey(start);
  }

  private openBracket(character: string, start: number): void {
    this.open.push(character);
    this.brackets.push(start);
  }

  private readKey(start: number): void {
    const colon = this.at;
    const after = this.text[colon + 1] ?? ' ';
    const isQuoted = this.text[start] === '"' || this.text[start] === "'";
    if (this.text[colon] !== ':' || (!isQuoted && !/[\s,[\]{}]/.test(after))) return;
    this.open.push({ start, colon });
    this.at++;
  }

  private endPair(): void {
    while (typeof this.open.at(-1) === 'object') this.open.pop();
  }

  private close(opener: string): void {
    this.endPair();
    this.brackets.pop();
    this.isBroken ||= this.open.pop() !== opener;
  }

  private lineEnd(from: number): number {
    const end = this.text.slice(from, from + LONGEST_FLOW).search(/[\r\n]/);
    return end < 0 ? this.text.length : from + end;
  }

  private quoteEnd(quote: string): number {
    for (let at = this.at + 1; at < this.text.length; at++) {
      if (quote === '"' && this.text[at] === '\\') at++;
      else if (this.text[at] === quote && (quote === '"' || this.text[at + 1] !== quote)) return at + 1;
      else if (this.text[at] === quote) at++;
    }
    return this.text.length;
  }
}
