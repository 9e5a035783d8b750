import type { LineIndex } from '../text/lines';
import { lastStartingBy } from '../text/span';
import { NO_NODE, type FlowNodeIndex } from './flowNodes';
import {
  NO_KEYS,
  type Comment,
  type DataNode,
  type Key,
  type KeyValue,
  type NodeKind,
  type Place,
} from './place';
import { PlainStructure } from './plain';
import { withoutQuotes } from './quotes';
import { TomlReader } from './tomlReader';

/** Whoever nests deeper means no register. */
const MAX_KEYS = 64;
const MAX_NAME = 1024;

/**
 * The keys and comments of TOML, as a document or as front matter. Keys are those of the table, of the dotted key and of
 * inline tables; an element of an array of tables, `[[a]]`, is an item, as one of a sequence is in YAML.
 */
export class TomlStructure extends PlainStructure {
  private readonly reader: TomlReader;
  private readonly known = new Map<FlowNodeIndex, Key>();
  private last: { readonly node: FlowNodeIndex; readonly keys: readonly Key[] } | undefined;

  /** Reads the lines from `first` up to, not including, `end`. */
  constructor(lines: LineIndex, first = 0, end = lines.count) {
    super(lines);
    this.reader = new TomlReader(lines.text, lines.startOf(first), lines.startOf(end));
  }

  override placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    const inFence = this.isInText(this.lines.startOf(line));
    const keys = this.keysFrom(this.reader.nodes.at(offset));
    return { line, paragraph: line, headings: this.headings, keys, inFence };
  }

  override commentsWith(word: string): Comment[] {
    return this.reader.comments
      .map((start) => this.commentAt(start))
      .filter(({ start, end }) => this.lines.text.slice(start, end).includes(word));
  }

  override valuesOf(name: RegExp): KeyValue[] {
    const { nodes } = this.reader;
    const values: KeyValue[] = [];
    for (let node = 0; node < nodes.count; node++) {
      const value = nodes.scalarEndOf(node) < 0 ? undefined : this.scalarOf(node);
      if (value && name.test(value.key.name)) values.push(value);
    }
    return values;
  }

  override nodeAt(offset: number): DataNode | undefined {
    return this.dataNode(this.reader.nodes.holding(offset));
  }

  private dataNode(node: FlowNodeIndex): DataNode | undefined {
    if (node === NO_NODE) return undefined;
    const { nodes, headers } = this.reader;
    const parentOf = (): DataNode | undefined => this.dataNode(nodes.parentOf(node));
    return {
      key: this.keyOf(node),
      start: headers.get(node) ?? nodes.startOf(node),
      end: nodes.endOf(node),
      valueStart: Math.max(nodes.valueOf(node), nodes.colonOf(node), nodes.startOf(node)),
      kind: this.kindOf(node),
      get parent() {
        return parentOf();
      },
    };
  }

  private kindOf(node: FlowNodeIndex): NodeKind {
    const { nodes } = this.reader;
    const mark = this.lines.text[nodes.valueOf(node)];
    if (nodes.valueOf(node) !== NO_NODE && nodes.colonOf(node) >= 0)
      return mark === '[' ? 'flow-sequence' : mark === '{' ? 'mapping' : 'scalar';
    const hasItem =
      nodes.parentOf(node + 1) === node && node + 1 < nodes.count && nodes.colonOf(node + 1) < 0;
    return hasItem ? 'block-sequence' : 'mapping';
  }

  private commentAt(start: number): Comment {
    const line = this.lines.lineAt(start);
    const end = this.lines.endOf(line);
    return { line, lastLine: line, start, end, text: this.lines.text.slice(start + 1, end).trim() };
  }

  /** The line begins in a text of several lines. */
  private isInText(lineStart: number): boolean {
    const text = this.reader.longTexts[lastStartingBy(this.reader.longTexts, lineStart - 1)];
    return text !== undefined && lineStart < text.end;
  }

  /** Places in the same node share them. */
  private keysFrom(node: FlowNodeIndex): readonly Key[] {
    if (node === NO_NODE) return NO_KEYS;
    if (this.last?.node === node) return this.last.keys;
    const keys: Key[] = [];
    for (let at = node; at !== NO_NODE && keys.length < MAX_KEYS; at = this.reader.nodes.parentOf(at))
      keys.push(this.keyOf(at));
    this.last = { node, keys };
    return keys;
  }

  private keyOf(node: FlowNodeIndex): Key {
    const known = this.known.get(node);
    if (known) return known;
    const { nodes } = this.reader;
    const [start, end] = [nodes.startOf(node), nodes.colonOf(node)];
    const line = this.lines.lineAt(start);
    const name = withoutQuotes(this.lines.text.slice(start, Math.min(end, start + MAX_NAME)));
    const key = { line, column: start - this.lines.startOf(line), name: end < 0 ? '' : name };
    this.known.set(node, key);
    return key;
  }

  /** Undefined if the value is not on the line of its key. */
  private scalarOf(node: FlowNodeIndex): KeyValue | undefined {
    const { nodes } = this.reader;
    const key = this.keyOf(node);
    const lineEnd = this.lines.endOf(key.line);
    if (nodes.scalarEndOf(node) > lineEnd) return undefined;
    const parents = this.keysFrom(nodes.parentOf(node));
    return {
      key,
      value: withoutQuotes(this.lines.text.slice(nodes.valueOf(node), nodes.scalarEndOf(node))),
      span: { start: nodes.startOf(node), end: lineEnd },
      parent: parents[0],
      holder: parents.find(({ name }) => name !== '')?.name ?? '',
      mapping: `{${nodes.bracketOf(node)}:${nodes.parentOf(node)}`,
    };
  }
}
