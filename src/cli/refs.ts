import { plainReference } from '../library/plain';
import type { Reference } from '../library/types';
import type { Analyzed } from './analyze';
import { printable } from './printable';

/** One reference as `refs --format json` prints it. */
export interface JsonReference extends Omit<Reference, 'span'> {
  readonly path: string;
}

export interface RefsReport {
  readonly references: readonly JsonReference[];
}

export function referencesOf({ path, analysis }: Analyzed): JsonReference[] {
  return analysis.references.map((reference) => {
    const { span: _, ...plain } = plainReference(reference, analysis);
    return { path, ...plain };
  });
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
