import type { LineIndex } from '../text/lines';
import { commentStart, readTomlValue, TomlState } from './tomlValue';
import type { Comment, Heading, Key, KeyValue, Place, Structure } from './place';
import { withoutQuotes } from './quotes';

/** A key with its value, which may go on over lines. */
interface Entry {
  /** Innermost first: those of the dotted key, and those of its table. */
  readonly keys: readonly Key[];
  readonly table: readonly Key[];
  /** Offset behind the `=`. */
  readonly value: number;
}

const NAME = /"[^"\r\n]{0,120}"|'[^'\r\n]{0,120}'|[\w-]{1,120}/g;
const DOTTED = String.raw`(?:${NAME.source})(?:\s{0,9}\.\s{0,9}(?:${NAME.source})){0,9}`;
const TABLE = new RegExp(String.raw`^\s{0,99}\[{1,2}\s{0,9}(${DOTTED})\s{0,9}\]{1,2}\s*(?:#|$)`);
const PAIR = new RegExp(String.raw`^(\s{0,99})(${DOTTED})\s{0,9}=`);
const INLINE_PAIR = /[{,]\s{0,9}(["']?)([\w-]{1,120})\1\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s,{}[\]]+)/g;
const OPEN_INLINE = /[{,]\s{0,9}(["']?)([\w-]{1,120})\1\s{0,9}=\s{0,9}(?:\[[^\]{}]*|["']?)$/;
const LONGEST_INLINE = 400;

/** The keys and comments of TOML, as the front matter of Hugo has it, read line by line. */
export class TomlStructure implements Structure {
  readonly headings: readonly Heading[] = [];
  readonly contentStart = 0;
  /** By line: the entry whose value it holds. */
  private readonly entries = new Map<number, Entry>();
  private readonly textLines = new Set<number>();

  /** Reads the lines from `first` up to, not including, `end`. */
  constructor(
    private readonly lines: LineIndex,
    private readonly first: number,
    private readonly end: number,
  ) {
    this.read();
  }

  placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    const entry = this.entries.get(line);
    return {
      line,
      paragraph: line,
      headings: [],
      keys: entry ? this.keysAt(entry, offset) : [],
      inFence: this.textLines.has(line),
    };
  }

  commentsWith(word: string): Comment[] {
    const comments: Comment[] = [];
    for (let line = this.first; line < this.end; line++) {
      const { start, end } = this.lines.spanOf(line);
      const text = this.lines.text.slice(start, end);
      const hash = this.textLines.has(line) || !text.includes(word) ? -1 : commentStart(text);
      if (hash < 0 || !text.includes(word, hash)) continue;
      comments.push({ line, lastLine: line, start: start + hash, end, text: text.slice(hash + 1).trim() });
    }
    return comments;
  }

  valuesOf(name: RegExp): KeyValue[] {
    return [...this.entries]
      .filter(([line, { value }]) => this.lines.lineAt(value) === line)
      .flatMap(([, entry]) => this.valuesIn(entry))
      .filter(({ key }) => name.test(key.name));
  }

  private read(): void {
    let table: readonly Key[] = [];
    let open: Entry | undefined;
    const state = new TomlState();
    for (let line = this.first; line < this.end; line++) {
      const { start, end } = this.lines.spanOf(line);
      const text = this.lines.text.slice(start, end);
      if (open && state.isOpen) {
        this.entries.set(line, open);
        if (state.quote !== '') this.textLines.add(line);
        readTomlValue(text, 0, state);
        continue;
      }
      const header = TABLE.exec(text)?.[1];
      const pair = header === undefined ? PAIR.exec(text) : undefined;
      if (header !== undefined) table = namesIn(header, line, text.indexOf(header));
      if (!pair?.[2]) continue;
      const own = namesIn(pair[2], line, pair[1]?.length ?? 0);
      open = { keys: [...own, ...table], table, value: start + pair[0].length };
      this.entries.set(line, open);
      readTomlValue(text, pair[0].length, state);
    }
  }

  private keysAt(entry: Entry, offset: number): readonly Key[] {
    if (offset < entry.value) return entry.table;
    const before = this.lines.text.slice(Math.max(entry.value, offset - LONGEST_INLINE), offset);
    const inline = OPEN_INLINE.exec(before);
    if (!inline?.[2]) return entry.keys;
    const start = offset - before.length + inline.index + inline[0].indexOf(inline[2]);
    return [this.keyAt(start, inline[2]), ...entry.keys];
  }

  /** The value of an entry where it is one word or text, and those of an inline table. */
  private valuesIn({ keys: [key, parent], value }: Entry): KeyValue[] {
    if (!key) return [];
    const end = this.lines.endOf(key.line);
    const text = this.lines.text.slice(value, end);
    const isInline = text.trimStart().startsWith('{');
    const own = /^\s*("[^"]*"|'[^']*'|[^\s#[{]+)/.exec(text)?.[1] ?? '';
    const start = this.lines.startOf(key.line) + key.column;
    const mapping = `${parent?.line ?? -1}:${parent?.column ?? -1}`;
    const ownValue = {
      key,
      value: withoutQuotes(own),
      span: { start, end },
      parent,
      holder: parent?.name ?? '',
      mapping,
    };
    if (!isInline) return [ownValue];
    const inline = [...text.matchAll(INLINE_PAIR)].map((match) => {
      const at = value + match.index + match[0].indexOf(match[2] ?? '');
      return {
        key: this.keyAt(at, match[2] ?? ''),
        value: withoutQuotes(match[3] ?? ''),
        span: { start: at, end },
        parent: key,
        holder: key.name,
        mapping: `{${value}`,
      };
    });
    return [ownValue, ...inline];
  }

  private keyAt(offset: number, name: string): Key {
    const line = this.lines.lineAt(offset);
    return { line, column: offset - this.lines.startOf(line), name };
  }
}

/** `policy.version`, innermost first. */
function namesIn(dotted: string, line: number, column: number): Key[] {
  return [...dotted.matchAll(NAME)]
    .map((match) => ({ line, column: column + match.index, name: withoutQuotes(match[0]) }))
    .toReversed();
}
