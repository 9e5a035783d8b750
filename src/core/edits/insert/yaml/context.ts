import type { Analysis } from '../../../analysis/analysis';
import type { Family } from '../../../identifiers/grammar';
import type { Reference } from '../../../recognition/reference';
import type { TextEdit } from '../../../text/edit';
import { lineEndingOf } from '../../../text/edit';
import type { Span } from '../../../text/span';
import { familyFor, isNeighbor, type Target } from '../item';
import type { YamlPart } from './part';
import type { Path } from './tree';

/** What the writers of YAML work with. Offsets are those of the YAML text, which may be a part of the document. */
export interface YamlContext {
  readonly analysis: Analysis;
  readonly part: YamlPart;
  readonly text: string;
  /** Where the YAML begins in the document. */
  readonly base: number;
  readonly eol: string;
  readonly family: Family;
  readonly path: Path;
  /** References of the family that count, with their spans in the YAML text. */
  readonly entries: readonly Neighbor[];
}

export interface Neighbor {
  readonly span: Span;
  readonly reference: Reference;
}

export function contextOf(analysis: Analysis, target: Target, part: YamlPart, path: Path): YamlContext {
  const { text, base } = part;
  const family = familyFor(target);
  const entries = analysis.references
    .filter(
      (each) => isNeighbor(each, family) && base <= each.span.start && each.span.end <= base + text.length,
    )
    .map((reference) => ({
      reference,
      span: { start: reference.span.start - base, end: reference.span.end - base },
    }));
  return { analysis, part, text, base, eol: lineEndingOf(analysis.document.text), family, path, entries };
}

export function insertAt({ base }: YamlContext, offset: number, newText: string): TextEdit {
  return { span: { start: base + offset, end: base + offset }, newText };
}

/** The offset after the line that holds the offset, its line ending not included. */
export function lineEnd(text: string, offset: number): number {
  const end = /\r\n|\r|\n/.exec(text.slice(offset))?.index;
  return end === undefined ? text.length : offset + end;
}

export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The column of an offset, in characters. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
