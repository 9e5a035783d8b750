import type { Analysis } from '../core/analysis/analysis';
import type { Reference } from '../core/recognition/reference';
import type { Range } from '../core/text/span';
import type { Analyzed } from './analyze';
import { printable } from './printable';

/** One reference as `refs --format json` prints it. */
export interface JsonReference {
  readonly path: string;
  readonly range: Range;
  readonly text: string;
  readonly id: string;
  readonly family: string;
  readonly edition: string | null;
  readonly certainty: string;
  readonly evidence: readonly { readonly clue: string; readonly weight: number; readonly text: string }[];
  /** What the edition was read from; null where there is none. */
  readonly editionSource: string | null;
}

export interface RefsReport {
  readonly references: readonly JsonReference[];
}

export function referencesOf({ path, analysis }: Analyzed): JsonReference[] {
  return analysis.references.map((reference) => toJson(path, reference, analysis));
}

export function refsText({ references }: RefsReport): string {
  return references.length > 0 ? references.map(referenceText).join('') : 'No references found\n';
}

export function referenceText(reference: JsonReference): string {
  const { path, range, id, edition, editionSource, certainty, evidence } = reference;
  const where = `${printable(path)}:${range.start.line + 1}:${range.start.character + 1}`;
  const numbering = edition === null ? '' : ` (${edition}, ${editionSource ?? ''})`;
  const why = evidence.map(({ clue, weight }) => `${clue} ${weight > 0 ? '+' : ''}${weight}`).join(', ');
  return `${where}: ${id}${numbering} ${certainty}: ${why}\n`;
}

/** One reference as a line of NDJSON. */
export function referenceLine(reference: JsonReference): string {
  return `${JSON.stringify(reference)}\n`;
}

function toJson(path: string, reference: Reference, analysis: Analysis): JsonReference {
  return {
    path,
    range: analysis.document.lines.rangeOf(reference.span),
    text: reference.text,
    id: reference.id,
    family: reference.family,
    edition: reference.edition?.edition ?? null,
    certainty: reference.certainty,
    evidence: reference.evidence,
    editionSource: reference.edition?.source ?? null,
  };
}
