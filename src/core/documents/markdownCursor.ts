const TAB = 9;
const SPACE = 32;
const GREATER = 62;
const TAB_WIDTH = 4;

/** A place in a line of Markdown that counts columns: a tab goes on to the next multiple of four. */
export class MarkdownCursor {
  /** Offset of the first character, from here on, that is no space. */
  next = 0;
  /** The column of that character. */
  nextColumn = 0;
  end = 0;
  private at = 0;
  private column = 0;

  constructor(private readonly text: string) {}

  begin(start: number, end: number): void {
    this.at = start;
    this.end = end;
    this.column = 0;
    this.findNext();
  }

  get isBlank(): boolean {
    return this.next >= this.end;
  }

  /** Columns up to the first character that is no space. */
  get indent(): number {
    return this.nextColumn - this.column;
  }

  get code(): number {
    return this.text.charCodeAt(this.next);
  }

  /** Skips space. A tab may be skipped in part. */
  skip(columns: number): void {
    for (let left = columns; left > 0 && this.at < this.next;) {
      const width = this.text.charCodeAt(this.at) === TAB ? TAB_WIDTH - (this.column % TAB_WIDTH) : 1;
      if (width <= left) this.at++;
      const skipped = Math.min(width, left);
      this.column += skipped;
      left -= skipped;
    }
  }

  /** Goes past a mark of that many characters, none of them a space, which begins at `next`. */
  skipMark(length: number): void {
    this.at = this.next + length;
    this.column = this.nextColumn + length;
    this.findNext();
  }

  /** The mark of a block quote with the space after it. */
  takeQuoteMark(): boolean {
    if (this.isBlank || this.indent >= TAB_WIDTH || this.code !== GREATER) return false;
    this.skipMark(1);
    if (!this.isBlank || this.next > this.at) this.skip(1);
    return true;
  }

  private findNext(): void {
    const { text, end } = this;
    let at = this.at;
    let column = this.column;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
      else break;
    }
    this.next = at;
    this.nextColumn = column;
  }
}
