import type { LineIndex } from '../text/lines';
import { lastStartingBy, type Span } from '../text/span';
import { columnsOf, readAsciiDocTable } from './asciidocTables';
import { ListItems, NO_ITEM, type ItemIndex } from './listItems';
import { Paragraphs } from './paragraphs';
import {
  NO_KEYS,
  type Cell,
  type Heading,
  type KeyValue,
  type ListItem,
  type Paragraph,
  type Place,
  type Row,
} from './place';
import { PlainStructure } from './plain';
import { Rows } from './rows';

const NONE = -1;
const MAX_LINE = 2000;
const HEADING = /^(={1,6}|#{1,6})[ \t]+(\S.*)$/;
const ATTRIBUTE = /^:(\w[\w-]*):(?:[ \t]+(.*))?$/;
const FENCE = /^(?:\/{4,}|-{4,}|\.{4,}|\+{4,}|```.*)$/;
const TABLE = /^\|={3,}$/;
const BLOCK_ATTRIBUTES = /^\[.*\]$/;
const BLOCK_TITLE = /^\.(?=[^\s.])/;
const ITEM = /^[ \t]*([*-]{1,5}|\.{1,5}|\d{1,4}\.)[ \t]+\S/;

/** An open list: the mark of its items, and the index of what leads it in. */
interface OpenList {
  readonly mark: string;
  readonly lead: number;
  /** Its last item. */
  readonly item: ItemIndex;
}

/**
 * What references need of AsciiDoc: headings, attributes, delimited blocks, tables between `|===`, and lists with what
 * leads them in. Includes, conditions and nested tables are text. Any line may hold a comment, as in plain text.
 */
export class AsciiDocStructure extends PlainStructure {
  private readonly ownHeadings: Heading[] = [];
  private readonly values: KeyValue[] = [];
  private readonly cells: Cell[] = [];
  private readonly rows = new Rows(this.cells);
  private readonly items: ListItems;
  private readonly paragraphList: Paragraphs;
  private readonly leads: Span[] = [];
  private readonly isCode: Uint8Array;
  /** By line: the first line of its paragraph, and the index of what leads in its list. */
  private readonly paragraphs: Int32Array;
  private readonly leadIns: Int32Array;
  private readonly knownLeads = new Map<number, string>();
  private lists: OpenList[] = [];
  /** The index of the last paragraph, title of a block or item, or NONE. */
  private lead = NONE;
  /** The line before may go on. */
  private isOpen = false;
  private attributes = '';

  constructor(lines: LineIndex) {
    super(lines);
    this.items = new ListItems(lines);
    this.paragraphList = new Paragraphs(lines);
    this.isCode = new Uint8Array(lines.count);
    this.paragraphs = new Int32Array(lines.count).map((_, line) => line);
    this.leadIns = new Int32Array(lines.count).fill(NONE);
    for (let line = 0; line < lines.count;) line = this.read(line);
  }

  override get headings(): readonly Heading[] {
    return this.ownHeadings;
  }

  override placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    const cell = this.cells[lastStartingBy(this.cells, offset)];
    return {
      line,
      paragraph: this.paragraphs[line] ?? line,
      cell: cell && offset <= cell.end ? cell : undefined,
      headings: this.sections.headingsAt(offset),
      leadIn: this.leadIn(this.leadIns[line] ?? NONE),
      keys: NO_KEYS,
      inFence: this.isCode[line] === 1,
    };
  }

  /** The items of one list share it. */
  private leadIn(index: number): string | undefined {
    const lead = this.leads[index];
    if (!lead) return undefined;
    const known = this.knownLeads.get(index);
    if (known !== undefined) return known;
    const text = this.lines.text.slice(lead.start, lead.end).replace(/\s+/g, ' ');
    this.knownLeads.set(index, text);
    return text;
  }

  override rowAt(offset: number): Row | undefined {
    const index = lastStartingBy(this.cells, offset);
    return offset <= (this.cells[index]?.end ?? -1) ? this.rows.at(index) : undefined;
  }

  override paragraphAt(offset: number): Paragraph | undefined {
    return this.paragraphList.at(offset);
  }

  override listItemAt(offset: number): ListItem | undefined {
    return this.items.at(offset, (at) => this.paragraphList.at(at));
  }

  override valuesOf(name: RegExp): KeyValue[] {
    return this.values.filter(({ key }) => name.test(key.name));
  }

  /** Reads what begins on the line; gives back the line after it. */
  private read(line: number): number {
    const text = this.textOf(line);
    if (text === '') return this.end(line);
    if (FENCE.test(text)) return this.readBlock(line, text.startsWith('```') ? '```' : text);
    if (TABLE.test(text)) return this.readTable(line, text);
    const heading = HEADING.exec(text);
    if (heading) return this.readHeading(line, heading);
    const attribute = ATTRIBUTE.exec(text);
    if (attribute) return this.readAttribute(line, attribute);
    if (text.startsWith('//')) return line + 1;
    if (BLOCK_ATTRIBUTES.test(text)) {
      this.attributes = text;
      return line + 1;
    }
    this.readText(line, text);
    return line + 1;
  }

  private end(line: number): number {
    this.isOpen = false;
    return line + 1;
  }

  private readBlock(line: number, mark: string): number {
    let last = line + 1;
    while (last < this.lines.count && this.textOf(last) !== mark) last++;
    this.isCode.fill(1, line, last + 1);
    this.attach(line, last);
    return this.end(last);
  }

  /** A block below a line with nothing but `+` is part of the item above. */
  private attach(first: number, last: number): void {
    const item = first > 0 && this.textOf(first - 1) === '+' ? this.lists.at(-1)?.item : undefined;
    if (item === undefined) return;
    for (let line = first; line <= Math.min(last, this.lines.count - 1); line++)
      this.items.setLine(line, item, false);
  }

  private readTable(line: number, mark: string): number {
    let last = line + 1;
    while (last < this.lines.count && this.textOf(last) !== mark) last++;
    this.cells.push(
      ...readAsciiDocTable(this.lines, line, last, columnsOf(this.attributes), this.attributes),
    );
    this.attributes = '';
    this.lead = NONE;
    this.lists = [];
    return this.end(last);
  }

  private readHeading(line: number, [, marks = '', title = '']: RegExpExecArray): number {
    this.ownHeadings.push({ ...this.lines.spanOf(line), line, depth: marks.length, text: title.trim() });
    this.lists = [];
    this.lead = NONE;
    this.attributes = '';
    return this.end(line);
  }

  private readAttribute(line: number, [, name = '', value = '']: RegExpExecArray): number {
    const key = { line, column: 0, name };
    const span = this.lines.spanOf(line);
    this.values.push({ key, value: value.trim(), span, parent: undefined, holder: '', mapping: ':' });
    return line + 1;
  }

  private readText(line: number, text: string): void {
    const item = ITEM.exec(text)?.[1]?.replace(/\d+/, '1');
    const goesOn = this.isOpen && item === undefined;
    if (item !== undefined) this.openItem(item, line);
    else if (!goesOn && text !== '+') this.lists = [];
    this.leadIns[line] = this.lists.at(-1)?.lead ?? NONE;
    this.items.setLine(line, this.lists.at(-1)?.item ?? NO_ITEM, false);
    const last = this.leads[this.lead];
    const { start, end } = this.lines.spanOf(line);
    if (goesOn && last) {
      this.paragraphs[line] = this.paragraphs[line - 1] ?? line;
      if (text !== '+') this.paragraphList.goOn(line);
      this.leads[this.lead] = { start: last.start, end: Math.min(end, last.start + MAX_LINE) };
    } else {
      const from = BLOCK_TITLE.test(text) ? start + 1 : start;
      this.paragraphList.begin(line, start);
      this.lead = this.leads.push({ start: from, end: Math.min(end, from + MAX_LINE) }) - 1;
    }
    this.isOpen = !BLOCK_TITLE.test(text);
  }

  /** A mark that is open already goes on with its list; another one begins a list inside of the item. */
  private openItem(mark: string, line: number): void {
    const depth = this.lists.findIndex((list) => list.mark === mark);
    const lead = depth < 0 ? this.lead : (this.lists[depth]?.lead ?? NONE);
    if (depth >= 0) this.lists = this.lists.slice(0, depth);
    const item = this.addItem(line, this.lists.at(-1)?.item ?? NO_ITEM);
    this.lists.push({ mark, lead, item });
  }

  private addItem(line: number, parent: ItemIndex): ItemIndex {
    const begun = ITEM.exec(this.textOf(line));
    const start = this.lines.startOf(line);
    const mark = begun?.[1] ?? '';
    const indent = begun?.[0].indexOf(mark) ?? 0;
    const content = start + Math.max(0, (begun?.[0].length ?? 1) - 1);
    return this.items.open(start + indent, mark.length, indent, content, line, parent);
  }

  private textOf(line: number): string {
    const { start, end } = this.lines.spanOf(line);
    return this.lines.text.slice(start, Math.min(end, start + MAX_LINE)).trimEnd();
  }
}
