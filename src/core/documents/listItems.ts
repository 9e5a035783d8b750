import type { LineIndex } from '../text/lines';
import { Numbers } from '../text/numbers';
import type { Span } from '../text/span';
import type { ListItem, Paragraph } from './place';

/** Index of an item; `NO_ITEM` if there is none. */
export type ItemIndex = number;
export const NO_ITEM: ItemIndex = -1;

/** The list items of a document, as rows of numbers, and the innermost one of each line. */
export class ListItems {
  private readonly starts = new Numbers(16);
  private readonly markLengths = new Numbers(16);
  private readonly indents = new Numbers(16);
  private readonly contents = new Numbers(16);
  private readonly parents = new Numbers(16);
  private readonly lastLines = new Numbers(16);
  private readonly byLine: Int32Array;
  private isClosed = false;

  constructor(private readonly lines: LineIndex) {
    this.byLine = new Int32Array(lines.count).fill(NO_ITEM);
  }

  /** Adds the item whose mark begins at `start` and whose text begins at `content`. */
  open(
    start: number,
    markLength: number,
    indent: number,
    content: number,
    line: number,
    parent: ItemIndex,
  ): ItemIndex {
    this.markLengths.push(markLength);
    this.indents.push(indent);
    this.contents.push(content);
    this.parents.push(parent);
    this.lastLines.push(line);
    return this.starts.push(start);
  }

  /** The innermost item that the line belongs to; a blank line makes none longer. */
  setLine(line: number, item: ItemIndex, isBlank: boolean): void {
    this.byLine[line] = item;
    if (item !== NO_ITEM && !isBlank) this.lastLines.set(item, line);
  }

  parentOf(item: ItemIndex): ItemIndex {
    return item === NO_ITEM ? NO_ITEM : this.parents.at(item);
  }

  /** The innermost item that holds the offset. */
  at(offset: number, paragraphAt: (offset: number) => Paragraph | undefined): ListItem | undefined {
    const line = this.lines.lineAt(offset);
    let item = this.byLine[line] ?? NO_ITEM;
    while (item !== NO_ITEM && this.starts.at(item) > offset) item = this.parentOf(item);
    this.close();
    while (item !== NO_ITEM && this.lastLines.at(item) < line) item = this.parentOf(item);
    return this.itemOf(item, paragraphAt);
  }

  /** What an item holds is part of the item around it. Items come after those around them. */
  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    for (let item = this.starts.length - 1; item >= 0; item--) {
      const parent = this.parentOf(item);
      const last = this.lastLines.at(item);
      if (parent !== NO_ITEM && this.lastLines.at(parent) < last) this.lastLines.set(parent, last);
    }
  }

  private itemOf(
    item: ItemIndex,
    paragraphAt: (offset: number) => Paragraph | undefined,
  ): ListItem | undefined {
    if (item === NO_ITEM) return undefined;
    const { lines } = this;
    const start = this.starts.at(item);
    const content = this.contents.at(item);
    const firstLine = lines.lineAt(start);
    const lastLine = this.lastLines.at(item);
    const end = paragraphAt(content)?.end ?? lines.endOf(firstLine);
    return new Item(
      start,
      lines.endOf(lastLine),
      lines.text.slice(start, start + this.markLengths.at(item)),
      this.indents.at(item),
      { start: content, end: Math.max(content, end) },
      firstLine,
      lastLine,
      () => this.itemOf(this.parentOf(item), paragraphAt),
    );
  }
}

/** Its parent is read when somebody asks. */
class Item implements ListItem {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly mark: string,
    readonly indent: number,
    readonly content: Span,
    readonly firstLine: number,
    readonly lastLine: number,
    private readonly readParent: () => ListItem | undefined,
  ) {}

  get parent(): ListItem | undefined {
    return this.readParent();
  }
}
