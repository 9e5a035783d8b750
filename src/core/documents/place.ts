import type { Span } from '../text/span';

/** A heading of the document: `## Access control` has depth 2 and the text `Access control`. */
export interface Heading extends Span {
  readonly line: number;
  readonly depth: number;
  readonly text: string;
}

/** A cell of a table row. */
export interface Cell extends Span {
  /** Zero-based. */
  readonly column: number;
  /** The text of the column's header. */
  readonly header: string;
  /** The text of the row's first cell, empty in the first column. */
  readonly rowLabel: string;
  /** Line of the table's header: tables are told apart by it. */
  readonly table: number;
  /** Offset at which the row begins: rows are told apart by it. */
  readonly row: number;
  /** True in a table of HTML, whose cells may stand on lines of their own. */
  readonly isHtml: boolean;
}

/** A YAML key above or beside a place: `controls` in `controls: [IAM-10]`. */
export interface Key {
  readonly line: number;
  readonly column: number;
  /** Empty for an item of a sequence. */
  readonly name: string;
}

export const NO_KEYS: readonly Key[] = [];

/** Where an offset stands in the structure of its document. */
export interface Place {
  readonly line: number;
  /** The first line of the paragraph that the line belongs to; the line itself where it is no part of one. */
  readonly paragraph: number;
  readonly cell?: Cell | undefined;
  /** Innermost first. */
  readonly headings: readonly Heading[];
  /** For a list item: the text of its parent item, or of the paragraph that leads in the list. */
  readonly leadIn?: string | undefined;
  /** Innermost first. */
  readonly keys: readonly Key[];
  /** True inside a fenced code block, or a block of text in YAML: no comment can stand there. */
  readonly inFence: boolean;
}

/** A comment of the document: the text between its marks, and the whole of it. */
export interface Comment extends Span {
  readonly line: number;
  /** The last line that it touches. */
  readonly lastLine: number;
  readonly text: string;
}

/** The value of a key, where one line holds both: `version: 4.0.5`, or `version` in `policy: {version: 4.0}`. */
export interface KeyValue {
  readonly key: Key;
  /** Without quotes and trailing comment. */
  readonly value: string;
  readonly span: Span;
  /** The key that holds this one and its siblings, undefined at the top. */
  readonly parent: Key | undefined;
  /** The name of the innermost key with a name around this one, past items of sequences; empty at the top. */
  readonly holder: string;
  /** The same for all keys of one mapping, and for no others. */
  readonly mapping: string;
}

/** What the value of a key or an item is. A mapping may be in braces; a block sequence is one of lines with dashes. */
export type NodeKind = 'scalar' | 'block-sequence' | 'flow-sequence' | 'mapping';

/** A key or an item of YAML, JSON or TOML: from its first character to the end of all that it holds. */
export interface DataNode extends Span {
  readonly key: Key;
  readonly kind: NodeKind;
  /** Offset of its value, or of the end of its line if the value begins on a line below. */
  readonly valueStart: number;
  /** The node around it; undefined at the top. */
  readonly parent: DataNode | undefined;
}

/** An item of a list: from its mark to the end of its last line, with all that is nested in it. */
export interface ListItem extends Span {
  /** `-`, `12.`, `**` */
  readonly mark: string;
  /** The column of its mark. */
  readonly indent: number;
  /** Its own first paragraph, without the mark; empty if there is none. */
  readonly content: Span;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The item around it; undefined for one of an outermost list. */
  readonly parent: ListItem | undefined;
}

/** From a heading to the next one of the same depth or less; without a heading, what stands above the first one. */
export interface Section extends Span {
  readonly heading: Heading | undefined;
}

/** The lines of a paragraph, from where its text begins to where it ends. */
export interface Paragraph extends Span {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A row of a table with all its cells, in order; an empty cell has an empty span. */
export interface Row extends Span {
  readonly cells: readonly Cell[];
}

/** What a document is made of; each language has its own. */
export interface Structure {
  placeAt(offset: number): Place;
  /** Comments that mention the word given, in order. */
  commentsWith(word: string): readonly Comment[];
  /** One-line keys of the YAML parts whose name matches, in order. */
  valuesOf(name: RegExp): readonly KeyValue[];
  /** The headings, in order. */
  readonly headings: readonly Heading[];
  /** Where the content begins: below the front matter, or below the marks that must come first. */
  readonly contentStart: number;
  /** The innermost section that holds the offset. */
  sectionAt(offset: number): Section;
  /** The paragraph that holds the offset; undefined elsewhere. */
  paragraphAt(offset: number): Paragraph | undefined;
  /** The innermost list item that holds the offset. */
  listItemAt(offset: number): ListItem | undefined;
  /** The row of the cell that `placeAt` gives for the offset. */
  rowAt(offset: number): Row | undefined;
  /** The innermost key or item of data that holds the offset, its own text and what it holds. */
  nodeAt(offset: number): DataNode | undefined;
}
