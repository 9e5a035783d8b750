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
}
