import type { LineIndex } from '../text/lines';
import {
  NO_KEYS,
  type Comment,
  type Heading,
  type Key,
  type KeyValue,
  type Place,
  type Structure,
} from './place';
import { withoutQuotes } from './quotes';
import { YamlFlow, type FlowKey } from './yamlFlow';
import { NONE, YamlOutline, type EntryIndex } from './yamlOutline';

const LONGEST_FLOW = 400;
const LONGEST_HEAD = 2000;
/** Whoever nests deeper means no register. */
const MOST_KEYS = 64;
const NO_HEADINGS: readonly Heading[] = [];
/**
 * The keys and comments of YAML, read line by line from the indentation. It does not parse: a file that is broken
 * half-way still has its keys, and 4 MB take a few milliseconds. What it sees is held against the `yaml` package's
 * own reading in a test. Lines of block scalars and of quoted texts are text, never keys.
 */
export class YamlStructure implements Structure {
  readonly headings: readonly Heading[] = [];
  private readonly outline: YamlOutline;
  private flow: YamlFlow | undefined;
  private flowOffset = 0;
  private readonly known = new Map<EntryIndex, Key>();
  private last: { readonly entry: EntryIndex; readonly keys: readonly Key[] } | undefined;

  /** Reads the lines from `first` up to, not including, `end`. */
  constructor(
    private readonly lines: LineIndex,
    private readonly first = 0,
    private readonly end = lines.count,
  ) {
    this.outline = new YamlOutline(lines, first, end);
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
    const inFence = this.outline.isText(line);
    return { line, paragraph: line, headings: NO_HEADINGS, keys: this.keysAt(line, offset), inFence };
  }

  commentsWith(word: string): Comment[] {
    const { text } = this.lines;
    const comments: Comment[] = [];
    const stop = this.end < this.lines.count ? this.lines.startOf(this.end) : text.length;
    const start = this.lines.startOf(this.first);
    for (let at = text.indexOf(word, start); at >= 0 && at < stop; at = text.indexOf(word, at)) {
      const line = this.lines.lineAt(at);
      const comment = this.commentOf(line);
      if (comment && comment.text.includes(word)) comments.push(comment);
      at = this.lines.startOf(line + 1);
    }
    return comments;
  }

  valuesOf(name: RegExp): KeyValue[] {
    const values: KeyValue[] = [];
    for (let entry = 0; entry < this.outline.count; entry++) {
      const key = this.keyOf(entry);
      if (key.name !== '' && name.test(key.name)) values.push(this.valueOf(entry, key));
      values.push(...this.flowValues(entry).filter((value) => name.test(value.key.name)));
    }
    return values;
  }

  /** Those of a flow mapping that the entry holds, on the entry's line: `policy: {version: 4.0}`. */
  private flowValues(entry: EntryIndex): KeyValue[] {
    const start = this.outline.flowStart(entry);
    if (this.lines.text[start] !== '{') return [];
    const end = this.lines.endOf(this.outline.lineOf(entry));
    return YamlFlow.pairsIn(this.lines.text, start, end).map(({ key, value, parent, mapping }) => ({
      key: this.flowKey(key),
      value: withoutQuotes(value),
      span: { start: key.start, end },
      parent: parent ? this.flowKey(parent) : this.keyOf(entry),
      holder: parent ? this.flowKey(parent).name : this.holderFrom(entry),
      mapping: `{${mapping}`,
    }));
  }

  private keysAt(line: number, offset: number): readonly Key[] {
    const { outline } = this;
    const start = this.lines.startOf(line);
    const flow = outline.flowOn(line);
    if (flow) return [...this.flowKeys(flow.start, offset), ...this.keysFrom(flow.entry)];
    let entry = outline.openOn(line);
    while (entry !== NONE && outline.lineOf(entry) === line && start + outline.columnOf(entry) >= offset)
      entry = outline.parentOf(entry);
    const isHere = entry !== NONE && outline.lineOf(entry) === line;
    if (isHere && outline.flowStart(entry) !== NONE)
      return [...this.flowKeys(outline.flowStart(entry), offset), ...this.keysFrom(entry)];
    const colon = isHere ? Math.max(start, outline.colonOf(entry) + 1) : start;
    const inner = entry === NONE || this.isFlowLine(line) ? this.innerKey(line, colon, offset) : undefined;
    return inner ? [inner, ...this.keysFrom(entry)] : this.keysFrom(entry);
  }

  /** The line begins with a bracket. */
  private isFlowLine(line: number): boolean {
    const { start, end } = this.lines.spanOf(line);
    return /^\s*[[{]/.test(this.lines.text.slice(start, end));
  }

  /** The entry and those above it: places below the same entry share them. */
  private keysFrom(entry: EntryIndex): readonly Key[] {
    if (entry === NONE) return NO_KEYS;
    if (this.last?.entry === entry) return this.last.keys;
    const keys: Key[] = [];
    for (let at = entry; at !== NONE && keys.length < MOST_KEYS; at = this.outline.parentOf(at))
      keys.push(this.knownKey(at));
    this.last = { entry, keys };
    return keys;
  }

  /** The name of the entry, or of the nearest one above it that has a name. */
  private holderFrom(entry: EntryIndex): string {
    let at = entry;
    while (at !== NONE && this.outline.nameOf(at) === '') at = this.outline.parentOf(at);
    return at === NONE ? '' : this.outline.nameOf(at);
  }

  private knownKey(entry: EntryIndex): Key {
    const known = this.known.get(entry);
    if (known) return known;
    const key = this.keyOf(entry);
    this.known.set(entry, key);
    return key;
  }

  /** The keys around an offset in the flow collection that begins at `start`, innermost first. */
  private flowKeys(start: number, offset: number): Key[] {
    if (this.flow?.start !== start || offset < this.flowOffset)
      this.flow = new YamlFlow(this.lines.text, start);
    this.flowOffset = offset;
    return this.flow.keysAt(offset).map((key) => this.flowKey(key));
  }

  private flowKey({ start, colon }: FlowKey): Key {
    const line = this.lines.lineAt(start);
    const name = withoutQuotes(this.lines.text.slice(start, colon).trim());
    return { line, column: start - this.lines.startOf(line), name };
  }

  /** The key before the offset within a flow mapping on one line: `{ technique: T1059, controls: [IAM-10] }`. */
  private innerKey(line: number, from: number, offset: number): Key | undefined {
    if (offset - from < 3 || offset - from > LONGEST_FLOW) return undefined;
    const before = this.lines.text.slice(from, offset);
    const match = /(?:^|[{,]\s*)["']?([\w&-]+)["']?:\s*(?:\[[^\]{}]*|["']?)$/.exec(before);
    if (!match?.[1]) return undefined;
    return { line, column: from + match.index - this.lines.startOf(line), name: match[1] };
  }

  private keyOf(entry: EntryIndex): Key {
    const { outline } = this;
    return { line: outline.lineOf(entry), column: outline.columnOf(entry), name: outline.nameOf(entry) };
  }

  private valueOf(entry: EntryIndex, key: Key): KeyValue {
    const { start, end } = this.lines.spanOf(key.line);
    const rest = this.lines.text.slice(this.outline.colonOf(entry) + 1, end);
    const match = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s#][^#]*?))?\s*,?\s*(?:#.*)?$/.exec(rest);
    const parent = this.outline.parentOf(entry);
    return {
      key,
      value: match?.[1] ?? match?.[2] ?? match?.[3] ?? '',
      span: { start: start + key.column, end },
      parent: parent === NONE ? undefined : this.keyOf(parent),
      holder: this.holderFrom(parent),
      mapping: `${parent}:${key.column}`,
    };
  }

  private commentOf(line: number): Comment | undefined {
    const { start, end } = this.lines.spanOf(line);
    const text = this.lines.text.slice(start, end);
    const hash = this.outline.isText(line) ? -1 : commentStart(text);
    if (hash < 0) return undefined;
    return { line, lastLine: line, start: start + hash, end, text: text.slice(hash + 1).trim() };
  }
}

/** Where the comment of a line begins, or -1. A mark in quotes begins none. */
function commentStart(line: string): number {
  let mayQuote = true; // a text may begin here
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    const isGap = /\s/.test(line[at - 1] ?? ' ');
    if (character === '#' && isGap) return at;
    if (mayQuote && (character === '"' || character === "'")) {
      at = closingQuote(line, at, character);
      if (at < 0) return -1;
    } else if (/[[{,]/.test(character)) mayQuote = true;
    else if (/[-:?]/.test(character)) mayQuote = /\s/.test(line[at + 1] ?? ' ');
    else if (character.trim() !== '') mayQuote = false;
  }
  return -1;
}

function closingQuote(line: string, from: number, quote: string): number {
  for (let at = from + 1; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++;
    else if (line[at] === quote && (quote === '"' || line[at + 1] !== quote)) return at;
    else if (line[at] === quote) at++;
  }
  return -1;
}
