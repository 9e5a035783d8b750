import type { Span } from './span';

/** A replacement of a stretch of a text; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A part of an edited text: what stays of the text before, or what was written. */
type Piece = Span | string;

/**
 * The edits that do at once what the first ones do to a text of this length, and then the second ones to what came of
 * it. Neither the first ones nor the second ones overlap among themselves; what is given back doesn't either.
 */
export function composed(
  length: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  if (second.length === 0) return first;
  return editsOf(length, rewritten(piecesOf(length, first), second));
}

function piecesOf(length: number, edits: readonly TextEdit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    pieces.push({ start: at, end: span.start }, newText);
    at = span.end;
  }
  return [...pieces, { start: at, end: length }];
}

function rewritten(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  let at = 0; // where the piece begins in the edited text
  let index = 0;
  let written = -1; // the last edit whose text is there: it may go on over several pieces
  const queue = inOrder(edits);
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    let from = at;
    for (let edit = queue[index]; edit && edit.span.start <= end; edit = queue[index]) {
      const { span, newText } = edit;
      if (written < index) result.push(part(piece, from - at, span.start - at), newText);
      written = index;
      from = Math.max(from, Math.min(end, span.end));
      if (span.end > end) break;
      index++;
    }
    if (from < end) result.push(part(piece, from - at, end - at));
    at = end;
  }
  return result;
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  if (typeof piece === 'string') return piece.slice(from, to);
  return { start: piece.start + from, end: piece.start + to };
}

function editsOf(length: number, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let written = '';
  for (const piece of [...pieces, { start: length, end: length + 1 }]) {
    if (typeof piece === 'string') written += piece;
    else if (piece.end > piece.start) {
      if (written !== '' || piece.start > at)
        edits.push({ span: { start: at, end: piece.start }, newText: written });
      written = '';
      at = piece.end;
    }
  }
  return edits;
}

/** The line ending that a text uses, `\n` where it has none. */
export function lineEndingOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
