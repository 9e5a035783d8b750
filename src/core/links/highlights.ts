import type { Analysis } from '../analysis/analysis';
import { subjectOf, type Subject } from '../resolution/subject';
import type { Span } from '../text/span';

/** What is named at an offset: one subject, or in the middle of a range those that it does not write out. */
export function subjectsAt(analysis: Analysis, offset: number): ReadonlySet<Subject> {
  return new Set(analysis.referencesAt(offset).map((reference) => subjectOf(analysis.resolve(reference))));
}

/** Where a document names what stands at the offset, each place once; empty where nothing does. */
export function highlightsAt(analysis: Analysis, offset: number): Span[] {
  const subjects = subjectsAt(analysis, offset);
  if (subjects.size === 0) return [];
  const here = new Set(analysis.referencesAt(offset));
  const spans = new Map<string, Span>();
  for (const reference of analysis.references) {
    if (reference.certainty === 'doubtful' && !here.has(reference)) continue;
    if (!subjects.has(subjectOf(analysis.resolve(reference)))) continue;
    spans.set(`${reference.span.start} ${reference.span.end}`, reference.span);
  }
  return [...spans.values()];
}
