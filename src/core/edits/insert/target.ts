import type { Analysis } from '../../analysis/analysis';
import { isCertain, type Reference } from '../../recognition/reference';
import type { Span } from '../../text/span';
import { isTechniqueReference } from '../../analysis/citations';

/** The certain reference at the offset at which something may be written. */
export function targetAt(analysis: Analysis, offset: number): Reference | undefined {
  const [reference] = analysis.referencesAt(offset);
  return reference && isTarget(reference) ? reference : undefined;
}

/** Where no reference is pointed at: those on the line of the offset, else those of its section. */
export function targetsNear(analysis: Analysis, offset: number, family: Reference['family']): Reference[] {
  const at = targetAt(analysis, offset);
  if (at?.family === family) return [at];
  const { lines, structure, text } = analysis.document;
  const onLine = targetsIn(analysis, lines.spanOf(lines.lineAt(offset)), family);
  if (onLine.length > 0) return onLine;
  const next = structure.headings.find(({ start }) => start > offset);
  const own = structure.headings.findLast(({ start }) => start <= offset);
  if (analysis.document.kind === 'yaml') return [];
  return targetsIn(analysis, { start: own?.start ?? 0, end: next?.start ?? text.length }, family);
}

/** The techniques of a stretch of the text, or its controls, each once. */
export function targetsIn(
  analysis: Analysis,
  { start, end }: Span,
  family: Reference['family'],
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
