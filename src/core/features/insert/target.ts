import type { Analysis } from '../../analysis/analysis';
import { isCertain, type Reference } from '../../references/reference';
import type { Span } from '../../text/span';
import { isTechniqueReference } from '../citations';

/** The certain reference at the offset at which something may be written. */
export function targetAt(analysis: Analysis, offset: number): Reference | undefined {
  const [reference] = analysis.referencesAt(offset);
  return reference && isTarget(reference) ? reference : undefined;
}

/** The techniques of a stretch of the text, or its controls, each once. */
export function targetsIn(
  analysis: Analysis,
  { start, end }: Span,
  family: Reference['family'] = 'attack',
): Reference[] {
  const seen = new Set<string>();
  return analysis.references.filter(
    (reference) =>
      reference.family === family &&
      isTarget(reference) &&
      start <= reference.span.start &&
      reference.span.end <= end &&
      !seen.has(reference.id) &&
      seen.add(reference.id),
  );
}

function isTarget(reference: Reference): boolean {
  if (reference.implied) return false;
  return isTechniqueReference(reference) || (reference.kind === 'control' && isCertain(reference));
}
