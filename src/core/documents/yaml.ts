import type { LineIndex } from '../text/lines';
import type { Comment, Heading, Key, KeyValue, Place, Structure } from './place';
import { NONE, YamlOutline, type EntryIndex } from './yamlOutline';

const LONGEST_FLOW = 400;
const LONGEST_HEAD = 2000;

/**
 * The keys and comments of YAML, read line by line from the indentation. It does not parse: a file that is broken
 * half-way still has its keys, and 4 MB take a few milliseconds. What it sees is held against the `yaml` package's
 * own reading in a test. Lines of block scalars and of quoted texts are text, never keys.
 */
export class YamlStructure implements Structure {
  readonly headings: readonly Heading[] = [];
  private readonly outline: YamlOutline;

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
    return { line, headings: [], keys: this.keysAt(line, offset), inFence: this.outline.isText(line) };
  }

  commentsWith(word: string): Comment[] {
    const { text } = this.lines;
    const comments: Comment[] = [];
    const stop = this.end < this.lines.count ? this.lines.startOf(this.end) : text.length;
    const start = this.lines.startOf(this.first);
    for (let at = text.indexOf(word, start); at >= 0 && at < stop; at = text.indexOf(word, at)) {
      const line = this.lines.lineAt(at);
      const comment = this.commentOf(line);
      if (comment && comment.start < at) comments.push(comment);
      at = this.lines.endOf(line);
    }
    return comments;
  }

  valuesOf(name: RegExp): KeyValue[] {
    const values: KeyValue[] = [];
    for (let entry = 0; entry < this.outline.count; entry++) {
      const key = this.keyOf(entry);
      if (key.name !== '' && name.test(key.name)) values.push(this.valueOf(entry, key));
    }
    return values;
  }

  private keysAt(line: number, offset: number): Key[] {
    const { outline } = this;
    const keys: Key[] = [];
    const start = this.lines.startOf(line);
    let colon = start; // of the nearest key on the line itself
    for (let entry = outline.openOn(line); entry !== NONE; entry = outline.parentOf(entry)) {
      const isHere = outline.lineOf(entry) === line;
      if (!isHere || start + outline.columnOf(entry) < offset) keys.push(this.keyOf(entry));
      if (isHere) colon = Math.max(colon, outline.colonOf(entry) + 1);
    }
    const inner = this.innerKey(line, colon, offset);
    return inner ? [inner, ...keys] : keys;
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
