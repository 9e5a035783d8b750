import type { PolicyDocument } from '../../src/core/documents/document';

/** One place in so many characters. */
const STRIDE = 16;

/** Asks a document for all that it knows of its structure, at places in order and then out of order. */
export function readAll(document: PolicyDocument): number {
  const { structure, text } = document;
  let found = structure.headings.length + structure.contentStart;
  found += structure.commentsWith('control-lens').length + structure.commentsWith('').length;
  found += structure.valuesOf(/./).length;
  for (let at = 0; at <= text.length; at += STRIDE) found += readAt(document, at);
  for (let at = 0; at <= text.length; at += STRIDE * 8) found += readAt(document, (at * 7919) % text.length);
  return found;
}

function readAt(document: PolicyDocument, offset: number): number {
  const { keys, headings, leadIn = '', cell } = document.structure.placeAt(offset);
  const struck = document.isStruck(offset) ? 1 : 0;
  const { structure } = document;
  const spans = [
    structure.sectionAt(offset),
    structure.paragraphAt(offset),
    structure.listItemAt(offset),
    structure.rowAt(offset),
    structure.nodeAt(offset),
  ];
  const inSpans = spans.reduce((sum, span) => sum + (span ? span.end - span.start : 0), 0);
  return inSpans + keys.length + headings.length + leadIn.length + (cell?.header.length ?? 0) + struck;
}
