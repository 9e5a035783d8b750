import type { Analysis } from '../../analysis/analysis';
import type { Key, Place } from '../../documents/place';
import type { Reference } from '../../references/reference';
import { familyFor, isNeighbor } from './item';
import { Page } from './markdown/page';

/**
 * The references of the other family that stand in the target's section, or in its mapping. What stands in the row or
 * the list item of another target belongs to that one.
 */
export function referencesHere(analysis: Analysis, target: Reference): Reference[] {
  const family = familyFor(target);
  const others = analysis.references.filter(
    (each) =>
      each.family === family && (isNeighbor(each, family) || (each.implied && each.certainty !== 'doubtful')),
  );
  if (target.place.keys.length > 0) {
    const isHere = inMappingOf(target.place);
    return others.filter(({ place }) => isHere(place));
  }
  const page = Page.of(analysis);
  const section = sectionOf(target.place);
  return others.filter(({ place }) => sectionOf(place) === section && !isOthers(page, target, place));
}

/** True in a row or an item that names a reference of the target's family, and not the target. */
function isOthers(page: Page, target: Reference, { line, cell }: Place): boolean {
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

/** In the mapping that holds the target's key, or one around it within the same item of a list. */
function inMappingOf({ keys, line }: Place): (place: Place) => boolean {
  const holders = holdersOf(keys);
  const item = holders.findIndex(({ name }) => name === '');
  const around = new Set((item < 0 ? holders : holders.slice(0, item + 1)).map(placeOf));
  const innermost = holders[Math.max(0, item)];
  return (place) => {
    const [holder] = holdersOf(place.keys);
    if (holder ? around.has(placeOf(holder)) : item < 0) return true;
    return place.keys.some(
      (key) =>
        (innermost !== undefined && placeOf(key) === placeOf(innermost)) ||
        (key.line === line && key.name !== '' && !keys.some((own) => placeOf(own) === placeOf(key))),
    );
  };
}

/** What holds the nearest key that has a name, innermost first. */
function holdersOf(keys: readonly Key[]): readonly Key[] {
  return keys.slice(keys.findIndex(({ name }) => name !== '') + 1);
}

function placeOf({ line, column }: Key): string {
  return `${line}:${column}`;
}
