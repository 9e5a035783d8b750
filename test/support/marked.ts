import type { Span } from '../../src/core/text/span';

/** A marked stretch of the text: its span once the marks are gone, what is marked, and what is expected of it. */
export interface Mark {
  readonly span: Span;
  readonly text: string;
  /** What stands after `⇒`; the marked text itself where nothing does. */
  readonly expected: string;
}

export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Takes the marks out of a text: `See ⟦t1021.007⇒T1021.007⟧.` is the text `See t1021.007.` with one mark that
 * spans `t1021.007` and expects `T1021.007`. `⟦IAM-10⟧` expects what it spans.
 */
export function unmark(marked: string): Marked {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/⟦([^⟦⟧⇒]*)(?:⇒([^⟦⟧]*))?⟧/g)) {
    const [whole, inner = '', expected = inner] = match;
    text += marked.slice(from, match.index);
    marks.push({ span: { start: text.length, end: text.length + inner.length }, text: inner, expected });
    text += inner;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), marks };
}

/** The same text with another line ending. */
export function withLineEnds(text: string, end: string): string {
  return text.replace(/\r\n|\r|\n/g, end);
}

/** The offset of the one place where `what` stands. */
export function offsetOf(text: string, what: string): number {
  const at = text.indexOf(what);
  if (at < 0 || text.indexOf(what, at + 1) >= 0) throw new Error(`"${what}" does not stand there once`);
  return at;
}
