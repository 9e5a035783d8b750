import type { Key, Place } from '../documents/place';
import type { Reference } from '../recognition/reference';
import { listsHalfOfAnEdition } from './catalogs';
import type { RuleContext } from './rule';
import { isTechnique } from './summary';

/**
 * Whether a control is near the adversary: in one row, paragraph, entry of YAML or section with a technique, or below a
 * heading that names one. In a catalog of controls nothing is: a table of all of them has a technique in each row.
 */
export function nearnessIn(context: RuleContext): (reference: Reference) => boolean {
  if (context.noMapping !== 'near' || listsHalfOfAnEdition(context)) return () => false;
  const techniques = context.resolved.flatMap(({ reference }) => (isTechnique(reference) ? [reference] : []));
  if (techniques.length === 0) return () => false;
  const units = new Set(techniques.flatMap(unitsOf));
  const tables = tablesBySection(techniques);
  return ({ place }) =>
    neighborhoodOf(place).some((unit) => units.has(unit)) ||
    [...(tables.get(sectionOf(place)) ?? [])].some((table) => table !== place.cell?.table);
}

/** The tables of techniques, by the section that they are in. */
function tablesBySection(techniques: readonly Reference[]): ReadonlyMap<number, ReadonlySet<number>> {
  const tables = new Map<number, Set<number>>();
  for (const { place } of techniques) {
    if (!place.cell) continue;
    const section = sectionOf(place);
    tables.set(section, (tables.get(section) ?? new Set()).add(place.cell.table));
  }
  return tables;
}

/** The parts of the document that a technique makes about the adversary. */
function unitsOf({ place, span }: Reference): string[] {
  const { cell, headings, keys, paragraph } = place;
  if (keys.length > 0) return [...holdersOf(keys), ...entriesOf(keys)];
  const heading = headings.find(({ start, end }) => start <= span.start && span.start < end);
  if (heading) return [`heading ${heading.start}`];
  if (cell) return [`row ${cell.table} ${cell.row}`];
  return [`paragraph ${paragraph}`, `section ${sectionOf(place)}`];
}

/** The parts that a control is in: a row stands for itself, whatever other rows of its table name. */
function neighborhoodOf(place: Place): string[] {
  const { cell, headings, keys, paragraph } = place;
  if (keys.length > 0) return [...holdersOf(keys), ...entriesOf(keys).slice(0, 1)];
  const above = headings.map(({ start }) => `heading ${start}`);
  const section = `section ${sectionOf(place)}`;
  if (cell) return [`row ${cell.table} ${cell.row}`, section, ...above];
  return [`paragraph ${paragraph}`, section, ...above];
}

export function sectionOf({ headings }: Place): number {
  return headings[0]?.start ?? -1;
}

/** `controls` and the entry that holds it, in `- controls: [GRC-03]`; the file itself above the outermost key. */
export function holdersOf(keys: readonly Key[]): string[] {
  const index = keys.findIndex(({ name }) => name !== '');
  return [keys[index], keys[index + 1]].map((key) => `holder ${key ? `${key.line} ${key.column}` : ''}`);
}

/** The items of lists around the innermost key with a name, innermost first. */
function entriesOf(keys: readonly Key[]): string[] {
  const index = keys.findIndex(({ name }) => name !== '');
  return keys
    .slice(index + 1)
    .flatMap(({ name, line, column }) => (name === '' ? [`entry ${line} ${column}`] : []));
}
