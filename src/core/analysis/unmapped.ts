import type { Analysis } from './analysis';
import type { Reference } from '../recognition/reference';
import { isUnmappedInEveryEdition } from '../resolution/resolve';
import type { Span } from '../text/span';

/**
 * The next place after the offset, or the last before it, that names a control without a mapping or a technique
 * that no control is mapped to; past an end of the document it goes on at the other. Undefined where there is none.
 */
export function nextUnmapped(analysis: Analysis, offset: number, direction: 1 | -1): Span | undefined {
  const spans = unmappedSpans(analysis);
  return direction > 0
    ? (spans.find(({ start }) => start > offset) ?? spans[0])
    : (spans.findLast(({ start }) => start < offset) ?? spans.at(-1));
}

/** In order of place, each once. */
export function unmappedSpans(analysis: Analysis): Span[] {
  const spans = analysis.references
    .filter((reference) => reference.certainty !== 'doubtful' && isUnmapped(analysis, reference))
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.filter(({ start }, index) => start !== spans[index - 1]?.start);
}

/** A control whose edition nobody declared has a mapping where it has one in any edition, as the rules hold it. */
function isUnmapped(analysis: Analysis, reference: Reference): boolean {
  const resolution = analysis.resolve(reference);
  if (resolution.kind === 'attack') {
    const { kind } = resolution.facts;
    return (kind === 'technique' || kind === 'sub-technique') && resolution.controls.length === 0;
  }
  if (resolution.kind !== 'control' || resolution.assessment === 'mapped') return false;
  const isDeclared = reference.edition?.source !== 'default';
  return isDeclared || isUnmappedInEveryEdition(resolution);
}
