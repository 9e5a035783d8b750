import type { LineIndex } from '../text/lines';
import { lastStartingBy } from '../text/span';
import { frontMatterEnd, frontMatterLanguage } from './frontMatter';
import { HeadingChains } from './headingChains';
import { HtmlTables } from './htmlTables';
import { LineKind, MarkdownBlocks } from './markdownBlocks';
import { commentsWith } from './markdownComments';
import { joinedLines } from './markdownMarks';
import { cellsOf, columnAt, type RowCell } from './markdownTables';
import {
  NO_KEYS,
  type Cell,
  type Comment,
  type Heading,
  type KeyValue,
  type Place,
  type Structure,
} from './place';
import { TomlStructure } from './toml';
import { YamlStructure } from './yaml';

interface PipeRow {
  readonly line: number;
  readonly row: string;
  readonly cells: readonly RowCell[];
}

/** In characters of what leads in a list: its end says what the list is. */
const LONGEST_LEAD = 2000;
/** In lines; what stands farther off says nothing of an id. */
const LONGEST_PARAGRAPH = 12;

/** The structure of Markdown that references need: front matter, headings, code, tables, lists and comments. */
export class MarkdownStructure implements Structure {
  private readonly blocks: MarkdownBlocks;
  private readonly frontMatterEnd: number;
  private readonly hasHtml: boolean;
  private lazyFrontMatter: Structure | undefined;
  private lazyHtmlTables: HtmlTables | undefined;
  private lastRow: PipeRow | undefined;
  private readonly chains: HeadingChains;
  private readonly leads = new Map<number, string>();

  constructor(private readonly lines: LineIndex) {
    this.frontMatterEnd = frontMatterEnd(lines);
    this.blocks = new MarkdownBlocks(lines, this.frontMatterEnd);
    this.chains = new HeadingChains(this.blocks.headings);
    this.hasHtml = this.blocks.kinds.includes(LineKind.html);
  }

  get headings(): readonly Heading[] {
    return this.blocks.headings;
  }

  get contentStart(): number {
    return this.lines.startOf(this.frontMatterEnd);
  }

  placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    if (line < this.frontMatterEnd) return this.frontMatter().placeAt(offset);
    const cell = this.cellAt(line, offset);
    return {
      line,
      paragraph: this.paragraphOf(line),
      cell,
      headings: this.chains.at(lastStartingBy(this.headings, offset)),
      leadIn: this.leadIn(this.blocks.leadIns[line] ?? -1),
      keys: NO_KEYS,
      inFence: this.blocks.kinds[line] === LineKind.code,
    };
  }

  commentsWith(word: string): Comment[] {
    const comments = commentsWith(word, this.lines, this.blocks, this.contentStart);
    return this.frontMatterEnd > 0 ? [...this.frontMatter().commentsWith(word), ...comments] : comments;
  }

  valuesOf(name: RegExp): readonly KeyValue[] {
    return this.frontMatterEnd > 0 ? this.frontMatter().valuesOf(name) : [];
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
    const start = Math.max(lead.start, lead.end - LONGEST_LEAD);
    const text = joinedLines(this.lines.text.slice(start, lead.end));
    this.leads.set(index, text);
    return text;
  }

  private paragraphOf(line: number): number {
    const { kinds } = this.blocks;
    let first = line;
    while (kinds[first] === LineKind.text && line - first < LONGEST_PARAGRAPH) first--;
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
