import type { LineIndex } from '../text/lines';
import type { Comment, Heading, KeyValue, Place, Structure } from './place';

/** A document of which no structure is known: it has lines. */
export class PlainStructure implements Structure {
  readonly headings: readonly Heading[] = [];
  readonly contentStart = 0;

  constructor(protected readonly lines: LineIndex) {}

  placeAt(offset: number): Place {
    const line = this.lines.lineAt(offset);
    return { line, paragraph: line, headings: [], keys: [], inFence: false };
  }

  /** Any line with the word counts, since a plain text has no comments of its own. */
  commentsWith(word: string): Comment[] {
    const { text } = this.lines;
    const comments: Comment[] = [];
    for (let at = text.indexOf(word); at >= 0;) {
      const line = this.lines.lineAt(at);
      const { start, end } = this.lines.spanOf(line);
      comments.push({ start, end, line, lastLine: line, text: text.slice(at, end).trim() });
      at = line + 1 < this.lines.count ? text.indexOf(word, this.lines.startOf(line + 1)) : -1;
    }
    return comments;
  }

  valuesOf(_name: RegExp): KeyValue[] {
    return [];
  }
}
