import type { LineIndex } from '../text/lines';
import { lastStartingBy } from '../text/span';
import { frontMatterEnd, frontMatterLanguage } from './frontMatter';
import { HtmlTables } from './htmlTables';
import { LineKind, MarkdownBlocks } from './markdownBlocks';
import { commentsWith } from './markdownComments';
import { joinedLines } from './markdownMarks';
import { cellsOf, columnAt, type RowCell } from './markdownTables';
import {
  NO_KEYS,
  type Cell,
  type Comment,
  type DataNode,
  type Heading,
  type KeyValue,
  type ListItem,
  type Paragraph,
  type Place,
  type Row,
  type Structure,
} from './place';
import { Paragraphs } from './paragraphs';
import { PlainStructure } from './plain';
import { rowOf } from './rows';
import { TomlStructure } from './toml';
import { YamlStructure } from './yaml';

interface PipeRow {
  readonly line: number;
  readonly row: string;
  readonly cells: readonly RowCell[];
}

/** In characters of what leads in a list: its end says what the list is. */
const MAX_LEAD = 2000;
/** In lines; what stands farther off says nothing of an id. */
const MAX_PARAGRAPH = 12;

/** The structure of Markdown that references need: front matter, headings, code, tables, lists and comments. */
export class MarkdownStructure extends PlainStructure {
  /** What each line is. */
  readonly blocks: MarkdownBlocks;
  private readonly frontMatterEnd: number;
  private readonly hasHtml: boolean;
  private lazyFrontMatter: Structure | undefined;
  private lazyHtmlTables: HtmlTables | undefined;
  private lastRow: PipeRow | undefined;
  private lastCells: readonly Cell[] = [];
  private lazyParagraphs: Paragraphs | undefined;
  private readonly leads = new Map<number, string>();

  constructor(lines: LineIndex) {
    super(lines);
    this.frontMatterEnd = frontMatterEnd(lines);
    this.blocks = new MarkdownBlocks(lines, this.frontMatterEnd);
    this.hasHtml = this.blocks.kinds.includes(LineKind.html);
  }

  override get headings(): readonly Heading[] {
    return this.blocks.headings;
  }

  override get contentStart(): number {
    return this.lines.startOf(this.frontMatterEnd);
  }

  override placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    if (line < this.frontMatterEnd) return this.frontMatter().placeAt(offset);
    const cell = this.cellAt(line, offset);
    return {
      line,
      paragraph: this.paragraphOf(line),
      cell,
      headings: this.sections.headingsAt(offset),
      leadIn: this.leadIn(this.blocks.leadIns[line] ?? -1),
      keys: NO_KEYS,
      inFence: this.blocks.kinds[line] === LineKind.code,
    };
  }

  override commentsWith(word: string): Comment[] {
    const comments = commentsWith(word, this.lines, this.blocks, this.contentStart);
    return this.frontMatterEnd > 0 ? [...this.frontMatter().commentsWith(word), ...comments] : comments;
  }

  override valuesOf(name: RegExp): readonly KeyValue[] {
    return this.frontMatterEnd > 0 ? this.frontMatter().valuesOf(name) : [];
  }

  override nodeAt(offset: number): DataNode | undefined {
    return this.isFrontMatter(offset) ? this.frontMatter().nodeAt(offset) : undefined;
  }

  override listItemAt(offset: number): ListItem | undefined {
    return this.isFrontMatter(offset)
      ? undefined
      : this.blocks.items.at(offset, (at) => this.paragraphs.at(at));
  }

  override paragraphAt(offset: number): Paragraph | undefined {
    return this.paragraphs.at(offset);
  }

  override rowAt(offset: number): Row | undefined {
    const line = this.lines.lineAt(offset);
    const cell = line < this.frontMatterEnd ? undefined : this.cellAt(line, offset);
    if (!cell) return undefined;
    if (cell.isHtml) return this.htmlTables()?.rowAt(offset);
    if (this.lastCells[0]?.row !== cell.row) this.lastCells = this.pipeCells(line, cell);
    return rowOf(this.lastCells);
  }

  private pipeCells(line: number, { row: start, table }: Cell): Cell[] {
    const headers = this.blocks.tables[lastStartingBy(this.blocks.tables, start)]?.headers ?? [];
    const { cells } = this.rowOn(line, start);
    const isHeader = line === table;
    return cells.map((each, column) => ({
      start: start + each.start,
      end: start + each.end,
      column,
      header: isHeader ? '' : (headers[column] ?? ''),
      rowLabel: column === 0 || isHeader ? '' : (cells[0]?.text ?? ''),
      table,
      row: start,
      isHtml: false,
    }));
  }

  private isFrontMatter(offset: number): boolean {
    return offset < this.contentStart;
  }

  private get paragraphs(): Paragraphs {
    this.lazyParagraphs ??= this.readParagraphs();
    return this.lazyParagraphs;
  }

  private readParagraphs(): Paragraphs {
    const paragraphs = new Paragraphs(this.lines);
    const { kinds, contents } = this.blocks;
    for (const [line, kind] of kinds.entries())
      if (kind === LineKind.first) paragraphs.begin(line, contents[line] ?? 0);
      else if (kind === LineKind.text) paragraphs.goOn(line);
    return paragraphs;
  }

  private frontMatter(): Structure {
    const Reader = frontMatterLanguage(this.lines.text) === 'toml' ? TomlStructure : YamlStructure;
    this.lazyFrontMatter ??= new Reader(this.lines, 1, this.frontMatterEnd - 1);
    return this.lazyFrontMatter;
  }

  /** The items of one list share it. */
  private leadIn(index: number): string | undefined {
    const lead = this.blocks.leads[index];
    if (!lead) return undefined;
    const known = this.leads.get(index);
    if (known !== undefined) return known;
    const start = Math.max(lead.start, lead.end - MAX_LEAD);
    const text = joinedLines(this.lines.text.slice(start, lead.end));
    this.leads.set(index, text);
    return text;
  }

  private paragraphOf(line: number): number {
    const { kinds } = this.blocks;
    let first = line;
    while (kinds[first] === LineKind.text && line - first < MAX_PARAGRAPH) first--;
    return first;
  }

  private cellAt(line: number, offset: number): Cell | undefined {
    const kind = this.blocks.kinds[line];
    if (kind === LineKind.table) return this.pipeCellAt(line, offset);
    return kind === LineKind.code ? undefined : this.htmlTables()?.cellAt(offset);
  }

  private htmlTables(): HtmlTables | undefined {
    if (!this.hasHtml) return undefined;
    this.lazyHtmlTables ??= new HtmlTables(
      this.lines,
      this.contentStart,
      (line) => this.blocks.kinds[line] === LineKind.html,
    );
    return this.lazyHtmlTables;
  }

  /** Most places of a row are asked for one after the other. */
  private rowOn(line: number, start: number): PipeRow {
    if (this.lastRow?.line === line) return this.lastRow;
    const row = this.lines.text.slice(start, this.lines.endOf(line));
    this.lastRow = { line, row, cells: cellsOf(row) };
    return this.lastRow;
  }

  private pipeCellAt(line: number, offset: number): Cell | undefined {
    const table = this.blocks.tables[lastStartingBy(this.blocks.tables, offset)];
    const start = this.blocks.contents[line];
    if (!table || start === undefined || line === table.headerLine + 1) return undefined;
    const { row, cells } = this.rowOn(line, start);
    const column = columnAt(row, cells, offset - start);
    if (column < 0) return undefined;
    const cell = cells[column];
    const isEmpty = !cell || cell.text === '';
    return {
      start: isEmpty ? offset : start + cell.start,
      end: isEmpty ? offset : start + cell.end,
      column,
      header: line === table.headerLine ? '' : (table.headers[column] ?? ''),
      rowLabel: column === 0 || line === table.headerLine ? '' : (cells[0]?.text ?? ''),
      table: table.headerLine,
      row: start,
      isHtml: false,
    };
  }
}
