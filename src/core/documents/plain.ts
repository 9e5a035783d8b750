import type { LineIndex } from '../text/lines';
import type {
  Comment,
  DataNode,
  Heading,
  KeyValue,
  ListItem,
  Paragraph,
  Place,
  Row,
  Section,
  Structure,
} from './place';
import { Sections } from './sections';

const NO_HEADINGS: readonly Heading[] = [];

/** A document of which no structure is known: it has lines. */
export class PlainStructure implements Structure {
  private lazySections: Sections | undefined;

  constructor(protected readonly lines: LineIndex) {}

  get headings(): readonly Heading[] {
    return NO_HEADINGS;
  }

  get contentStart(): number {
    return 0;
  }

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

  valuesOf(_name: RegExp): readonly KeyValue[] {
    return [];
  }

  sectionAt(offset: number): Section {
    return this.sections.at(offset, this.contentStart, this.lines.text.length);
  }

  paragraphAt(_offset: number): Paragraph | undefined {
    return undefined;
  }

  listItemAt(_offset: number): ListItem | undefined {
    return undefined;
  }

  rowAt(_offset: number): Row | undefined {
    return undefined;
  }

  nodeAt(_offset: number): DataNode | undefined {
    return undefined;
  }

  protected get sections(): Sections {
    this.lazySections ??= new Sections(this.headings);
    return this.lazySections;
  }
}
