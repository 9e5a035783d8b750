import type { PolicyDocument } from '../documents/document';
import { frameworkOfCode } from '../frameworks/registry';
import type { Candidate } from '../identifiers/candidates';
import { controlId, type Family } from '../identifiers/grammar';
import { sideOf, type Scope } from './reading';
import type { DocumentNames } from './documentNames';
import type { Piece } from './context';

/** `GRC 01`: a code, a space and two digits, which in running text may be anything. */
const SPACED = /(?<![\w&-])([A-Z][A-Z&][A-Z]) (\d\d)(?![\w%-]|[.,:]\d)/g;
const MAX_SPACED = 2000;

/** Without one, nothing else of a text needs to be read for them. */
export function mayHaveSpaced({ text }: PolicyDocument): boolean {
  return text.search(SPACED) >= 0;
}

/** Ids with a space for the dash. They count under a label of their framework alone, which the document must have. */
export function spacedCandidates(document: PolicyDocument, names: DocumentNames): Candidate[] {
  const { text } = document;
  const found: Candidate[] = [];
  const named = new Map<Family, boolean>();
  for (const { 0: written, 1: code = '', 2: number, index } of text.matchAll(SPACED)) {
    const descriptor = frameworkOfCode(code);
    if (!descriptor || descriptor.ids.width !== 2) continue;
    const { key } = descriptor;
    named.set(key, named.get(key) ?? names.mayName(key));
    if (named.get(key) !== true) continue;
    const span = { start: index, end: index + written.length };
    found.push({ span, family: key, id: controlId(code, Number(number)), malformed: true });
    if (found.length >= MAX_SPACED) break;
  }
  return found;
}

const LABELS: ReadonlySet<Scope> = new Set(['column', 'row', 'key']);

/** A column, a row, a key or a label right before names the framework, and nothing nearer names another one. */
export function isUnderLabel(pieces: readonly Piece[], family: Family): boolean {
  const nearest = pieces.find(({ reading, scope }) => sideOf(reading, family, scope) !== undefined);
  if (!nearest || sideOf(nearest.reading, family, nearest.scope) !== 'own') return false;
  return LABELS.has(nearest.scope) || (nearest.scope === 'before' && nearest.reading.isName);
}

/** Two lists of candidates as one, in order of place. */
export function merged(first: readonly Candidate[], second: readonly Candidate[]): readonly Candidate[] {
  return second.length === 0 ? first : [...first, ...second].sort((a, b) => a.span.start - b.span.start);
}
