import type { Span } from '../text/span';
import { NO_ITEM, type ItemIndex } from './listItems';
import type { MarkdownCursor } from './markdownCursor';

const NONE = -1;
/** In place of a width: a block quote. */
const QUOTE = -1;

/**
 * The block quotes, list items and footnotes that are open on a line, outermost first, and what leads in a list in
 * each of them. Level 0 is the document.
 */
export class MarkdownContainers {
  /** How many are open. */
  depth = 0;
  /** What leads in lists: the text of a paragraph, or of the first line of an item. */
  readonly leads: Span[] = [];
  /** By level: the columns that a line of the item must be indented by. */
  private readonly widths: number[] = [];
  /** By level: the item has nothing in it yet. */
  private readonly isEmpty: boolean[] = [];
  /** By level: the innermost list item. */
  private readonly items: ItemIndex[] = [NO_ITEM];
  /** By level: the index in `leads` of what leads in the innermost item. */
  private readonly leadIns: number[] = [NONE];
  /** By level: start and end of what leads in a list that begins now; -1 where nothing does. */
  private readonly starts: number[] = [NONE];
  private readonly ends: number[] = [NONE];

  /** The index in `leads` of what leads in the innermost item, or -1. */
  get leadIn(): number {
    return this.leadIns[this.depth] ?? NONE;
  }

  /** The innermost list item that is open. */
  get item(): ItemIndex {
    return this.items[this.depth] ?? NO_ITEM;
  }

  /** Takes the marks of the containers that go on in the line; gives back how many do. */
  match(cursor: MarkdownCursor): number {
    let level = 1;
    while (level <= this.depth && this.goesOn(level, cursor)) level++;
    return level - 1;
  }

  openQuote(): void {
    this.open(QUOTE, this.leadIn);
    this.clearText();
  }

  /** `start` and `end` are those of the item's first line, from its mark on. */
  openItem(item: ItemIndex, width: number, start: number, end: number): void {
    this.open(width, this.currentLead());
    this.items[this.depth] = item;
    this.isEmpty[this.depth] = true;
    this.setText(start, end);
  }

  openFootnote(width: number): void {
    this.open(width, NONE);
    this.clearText();
  }

  /** Something stands in the innermost container. */
  fill(): void {
    this.isEmpty[this.depth] = false;
  }

  /** A paragraph in the innermost container, as far as it goes. */
  setText(start: number, end: number): void {
    this.starts[this.depth] = start;
    this.ends[this.depth] = end;
  }

  /** What comes next in the innermost container belongs to no paragraph before it. */
  clearText(): void {
    this.starts[this.depth] = NONE;
  }

  private goesOn(level: number, cursor: MarkdownCursor): boolean {
    const width = this.widths[level] ?? 0;
    if (width === QUOTE) return cursor.takeQuoteMark();
    if (cursor.isBlank) return this.isEmpty[level] !== true;
    if (cursor.indent < width) return false;
    cursor.skip(width);
    return true;
  }

  private open(width: number, leadIn: number): void {
    this.fill();
    const level = ++this.depth;
    this.widths[level] = width;
    this.isEmpty[level] = false;
    this.leadIns[level] = leadIn;
    this.items[level] = this.items[level - 1] ?? NO_ITEM;
  }

  /** The index of what leads in a list that begins now: the items of one list share it. */
  private currentLead(): number {
    const start = this.starts[this.depth] ?? NONE;
    if (start < 0) return NONE;
    const end = this.ends[this.depth] ?? start;
    const last = this.leads.at(-1);
    if (last?.start !== start || last.end !== end) this.leads.push({ start, end });
    return this.leads.length - 1;
  }
}
