import type { LineIndex } from '../text/lines';
import {
  NO_KEYS,
  type Comment,
  type DataNode,
  type Heading,
  type Key,
  type KeyValue,
  type NodeKind,
  type Place,
} from './place';
import { PlainStructure } from './plain';
import { withoutQuotes } from './quotes';
import { NO_NODE, type FlowNodeIndex } from './flowNodes';
import { NONE, YamlOutline, type EntryIndex } from './yamlOutline';

const MAX_HEAD = 2000;
/** Whoever nests deeper means no register. */
const MAX_KEYS = 64;
const MAX_NAME = 1024;
const NO_HEADINGS: readonly Heading[] = [];
/**
 * The keys and comments of YAML, read line by line from the indentation. It does not parse: a file that is broken
 * half-way still has its keys, and 4 MB take a few milliseconds. What it sees is held against the `yaml` package's
 * own reading in a test. Lines of block scalars and of quoted texts are text, never keys.
 */
export class YamlStructure extends PlainStructure {
  private readonly outline: YamlOutline;
  private readonly known = new Map<EntryIndex, Key>();
  private readonly knownNodes = new Map<FlowNodeIndex, Key>();
  private last:
    { readonly node: FlowNodeIndex; readonly entry: EntryIndex; readonly keys: readonly Key[] } | undefined;

  /** Reads the lines from `first` up to, not including, `end`. */
  constructor(
    lines: LineIndex,
    private readonly first = 0,
    private readonly end = lines.count,
    isJson = false,
  ) {
    super(lines);
    this.outline = new YamlOutline(lines, first, end, isJson);
  }

  /** Directives (`%YAML`) and the mark of the first document come first. */
  override get contentStart(): number {
    const match = /^(?:%.*(?:\r\n|\r|\n))*(?:---[ \t]*(?:\r\n|\r|\n))?/.exec(
      this.lines.text.slice(0, MAX_HEAD),
    );
    return match?.[0].length ?? 0;
  }

  override placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    const inFence = this.outline.isText(line);
    return { line, paragraph: line, headings: NO_HEADINGS, keys: this.keysAt(line, offset), inFence };
  }

  override commentsWith(word: string): Comment[] {
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

  override valuesOf(name: RegExp): KeyValue[] {
    const values: KeyValue[] = [];
    for (let entry = 0; entry < this.outline.count; entry++) {
      const key = this.keyOf(entry);
      if (key.name !== '' && name.test(key.name)) values.push(this.entryValue(entry, key));
    }
    const inFlow = this.flowValues(name);
    if (inFlow.length === 0) return values;
    return [...values, ...inFlow].sort((a, b) => a.span.start - b.span.start);
  }

  override nodeAt(offset: number): DataNode | undefined {
    const { outline } = this;
    let entry = outline.openAt(this.lines.lineAt(offset), offset + 1);
    for (let steps = 0; entry !== NONE && outline.endOf(entry) < offset; steps++)
      entry = steps < MAX_KEYS ? outline.parentOf(entry) : NONE;
    const flow = outline.flow.at(offset);
    const node = flow?.entry === entry ? outline.flow.nodes.holding(offset) : NO_NODE;
    return this.dataNode(node, entry);
  }

  /** A node of a flow collection, or else the entry around it. */
  private dataNode(node: FlowNodeIndex, entry: EntryIndex): DataNode | undefined {
    if (node === NO_NODE && entry === NONE) return undefined;
    const { outline } = this;
    const { nodes } = outline.flow;
    const isInFlow = node !== NO_NODE;
    const parentOf = (): DataNode | undefined =>
      isInFlow ? this.dataNode(nodes.parentOf(node), entry) : this.dataNode(NO_NODE, outline.parentOf(entry));
    const valueStart = isInFlow
      ? Math.max(nodes.valueOf(node), nodes.colonOf(node) + 1)
      : outline.valueOf(entry);
    return {
      key: isInFlow ? this.flowKey(node) : this.knownKey(entry),
      start: isInFlow ? nodes.startOf(node) : outline.startOf(entry),
      end: isInFlow ? nodes.endOf(node) : outline.endOf(entry),
      valueStart,
      kind: this.bracketKind(valueStart) ?? (isInFlow ? 'scalar' : this.blockKind(entry)),
      get parent() {
        return parentOf();
      },
    };
  }

  private bracketKind(valueStart: number): NodeKind | undefined {
    const mark = this.lines.text[valueStart];
    return mark === '{' ? 'mapping' : mark === '[' ? 'flow-sequence' : undefined;
  }

  /** What is nested in an entry comes right after it, if anything is. */
  private blockKind(entry: EntryIndex): NodeKind {
    const { outline } = this;
    const child = entry + 1 < outline.count && outline.parentOf(entry + 1) === entry ? entry + 1 : NONE;
    if (child !== NONE) return outline.colonOf(child) === NONE ? 'block-sequence' : 'mapping';
    const flow = outline.flow.after(outline.startOf(entry));
    return flow?.entry === entry ? (this.bracketKind(flow.start) ?? 'scalar') : 'scalar';
  }

  /** Those of the keys in flow collections whose value is a text on the line of its key. */
  private flowValues(name: RegExp): KeyValue[] {
    const { flows, nodes } = this.outline.flow;
    return flows.flatMap(({ entry, firstNode }, index) => {
      const values: KeyValue[] = [];
      const end = flows[index + 1]?.firstNode ?? nodes.count;
      for (let node = firstNode; node < end; node++) {
        const key = nodes.scalarEndOf(node) < 0 ? undefined : this.flowKey(node);
        if (key && key.name !== '' && name.test(key.name)) values.push(this.flowValue(entry, node, key));
      }
      return values.filter(({ span }) => span.end > span.start);
    });
  }

  private flowValue(entry: EntryIndex, node: FlowNodeIndex, key: Key): KeyValue {
    const { nodes } = this.outline.flow;
    const { text } = this.lines;
    const [start, value, end] = [nodes.startOf(node), nodes.valueOf(node), nodes.scalarEndOf(node)];
    const lineEnd = this.lines.endOf(key.line);
    const parent = nodes.parentOf(node);
    const holder = this.keysFrom(parent, entry).find((each) => each.name !== '')?.name ?? '';
    return {
      key,
      value: withoutQuotes(text.slice(value, end)),
      span: { start, end: value < lineEnd ? lineEnd : start },
      parent: this.keysFrom(parent, entry)[0],
      holder,
      mapping: `{${nodes.bracketOf(node)}`,
    };
  }

  private keysAt(line: number, offset: number): readonly Key[] {
    const { outline } = this;
    const entry = outline.openAt(line, offset);
    const flow = outline.flow.at(offset);
    return this.keysFrom(flow?.entry === entry ? outline.flow.nodes.at(offset) : NO_NODE, entry);
  }

  /** The nodes of a flow collection and the entries around a place: places in the same ones share them. */
  private keysFrom(node: FlowNodeIndex, entry: EntryIndex): readonly Key[] {
    if (node === NO_NODE && entry === NONE) return NO_KEYS;
    if (this.last?.node === node && this.last.entry === entry) return this.last.keys;
    const { nodes } = this.outline.flow;
    const keys: Key[] = [];
    for (let at = node; at !== NO_NODE && keys.length < MAX_KEYS; at = nodes.parentOf(at))
      keys.push(this.flowKey(at));
    for (let at = entry; at !== NONE && keys.length < MAX_KEYS; at = this.outline.parentOf(at))
      keys.push(this.knownKey(at));
    this.last = { node, entry, keys };
    return keys;
  }

  private knownKey(entry: EntryIndex): Key {
    const known = this.known.get(entry);
    if (known) return known;
    const key = this.keyOf(entry);
    this.known.set(entry, key);
    return key;
  }

  private flowKey(node: FlowNodeIndex): Key {
    const known = this.knownNodes.get(node);
    if (known) return known;
    const { nodes } = this.outline.flow;
    const [start, colon] = [nodes.startOf(node), nodes.colonOf(node)];
    const line = this.lines.lineAt(start);
    const end = Math.min(colon, start + MAX_NAME);
    const name = colon < 0 ? '' : withoutQuotes(this.lines.text.slice(start, end).trim());
    const key = { line, column: start - this.lines.startOf(line), name };
    this.knownNodes.set(node, key);
    return key;
  }

  private keyOf(entry: EntryIndex): Key {
    const { outline } = this;
    return { line: outline.lineOf(entry), column: outline.columnOf(entry), name: outline.nameOf(entry) };
  }

  private entryValue(entry: EntryIndex, key: Key): KeyValue {
    const { start, end } = this.lines.spanOf(key.line);
    const parent = this.outline.parentOf(entry);
    return {
      key,
      value: oneLineValue(this.lines.text.slice(this.outline.colonOf(entry) + 1, end)),
      span: { start: start + key.column, end },
      parent: parent === NONE ? undefined : this.keyOf(parent),
      holder: this.keysFrom(NO_NODE, parent).find((each) => each.name !== '')?.name ?? '',
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

/** What stands behind a colon, without quotes and without the comment behind it. */
function oneLineValue(rest: string): string {
  const text = rest.trim();
  const quote = text[0] ?? '';
  const close = quote === '"' || quote === "'" ? text.indexOf(quote, 1) : -1;
  if (close > 0 && /^\s*(?:,\s*)?(?:#|$)/.test(text.slice(close + 1))) return text.slice(1, close);
  const comment = text.indexOf('#');
  const value = (comment < 0 ? text : text.slice(0, comment)).trimEnd();
  return value.endsWith(',') ? value.slice(0, -1).trimEnd() : value;
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
