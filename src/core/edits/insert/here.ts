import type { Analysis } from '../../analysis/analysis';
import type { Place } from '../../documents/place';
import type { Reference } from '../../recognition/reference';
import { familyFor, isNeighbor, type Target } from './item';
import { labeledSubsection } from './markdown/label';
import { Page } from './markdown/page';
import { unitsOf } from './yaml/units';

/**
 * The references of the other family that stand in the target's section, or in its mapping. What stands in the row,
 * the list item or the mapping of another target belongs to that one.
 */
export function referencesHere(analysis: Analysis, target: Target): Reference[] {
  const family = familyFor(target);
  const others = analysis.references.filter(
    (each) =>
      each.family === family && (isNeighbor(each, family) || (each.implied && each.certainty !== 'doubtful')),
  );
  if (isInYaml(analysis, target)) {
    const units = unitsOf(analysis, target.family);
    return others.filter((each) => units.targetsAt(each).has(target.span.start));
  }
  const page = Page.of(analysis);
  const section = sectionOf(target.place);
  const below = labeledSubsection(page, target);
  const isHere = (place: Place): boolean =>
    sectionOf(place) === section ||
    (below !== undefined && below.first <= place.line && place.line <= below.last);
  return others.filter(({ place }) => isHere(place) && !isOthers(page, target, place));
}

/** A key at the top has no keys around it. */
function isInYaml({ document: { kind, structure } }: Analysis, { span, place }: Reference): boolean {
  const isFrontMatter = kind === 'markdown' && span.start < structure.contentStart;
  return kind === 'yaml' || isFrontMatter || place.keys.length > 0;
}

/** True in a row or an item that names a reference of the target's family, and not the target. */
function isOthers(page: Page, target: Target, { line, cell }: Place): boolean {
  const targetsIn = (first: number, last: number): readonly Reference[] =>
    page.references(target.family, first, last);
  const units = cell ? [{ first: line, last: line }] : page.itemsAt(line);
  const unit = units.map(({ first, last }) => targetsIn(first, last)).find((found) => found.length > 0);
  return unit !== undefined && unit.every(({ id }) => id !== target.id);
}

/** Offset of the innermost heading, -1 where there is none. */
function sectionOf({ headings: [heading] }: Place): number {
  return heading?.start ?? -1;
}
