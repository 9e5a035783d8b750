import type { Reference } from '../../../references/reference';
import type { Slot } from '../slot';
import { endOfMention, styleOf, writeEntry, type Style } from '../style';
import { familyFor, lacksName } from '../item';
import type { ListItem, Page } from './page';

/** One entry for each item of a list below the target: where more of them go, and how they are written. */
export interface EntryList {
  /** The last item that begins with an entry. */
  readonly item: ListItem;
  readonly neighbors: readonly Reference[];
}

/** The items within the lines that begin with an entry. */
export function entryListIn(
  page: Page,
  target: Reference,
  first: number,
  last: number,
): EntryList | undefined {
  const neighbors = page.references(familyFor(target), first, last).filter((each) => beginsItem(page, each));
  const line = neighbors.at(-1)?.place.line;
  const item = line === undefined ? undefined : page.itemFrom(line);
  return item && { item, neighbors };
}

/** The entry is the first thing in its item, and alone with its title in it. */
function beginsItem(page: Page, reference: Reference): boolean {
  const { line } = reference.place;
  const item = page.itemFrom(line);
  if (!item) return false;
  const before = page.text.slice(item.content, reference.span.start);
  if (!/^(?:\[[ xX]\] )?(?:\[|[`*_]|(?:csa[ -_]?)?ccm[ :_-](?:v?\d(?:\.\d+)* )?)*$/i.test(before))
    return false;
  const end = endOfMention(page.analysis, reference);
  return !page.references(reference.family, line, line).some(({ span }) => span.start >= end);
}

/** More items below the last one, with the same mark and indentation. */
export function entryListSlot(page: Page, { item, neighbors }: EntryList): Slot {
  const style = { ...styleOf(page.analysis, neighbors) };
  const box = /^\[[ xX]\] /.test(page.text.slice(item.content)) ? '[ ] ' : '';
  const named = namedThroughout(page, neighbors);
  return {
    edition: neighbors.at(-1)?.edition?.edition,
    takesName: lacksName(neighbors),
    write: (entries, name) =>
      writeLines(
        page,
        item.last,
        entries.map(
          (entry, index) =>
            `${numbered(item.prefix, index + 1)}${box}${named === '' ? name : ''}${writeEntry(entry, { ...style, name: named || style.name })}`,
        ),
      ),
  };
}

/** `CCM ` where every item begins with it, a single one too: a name in one item does not govern the next. */
function namedThroughout(page: Page, neighbors: readonly Reference[]): string {
  const names = neighbors.map(
    ({ span, place }) =>
      /(?:csa )?ccm (?:v?\d(?:\.\d+)* )?(?=[`*_]*$)/i.exec(
        page.text.slice(page.content(place.line), span.start),
      )?.[0] ?? '',
  );
  const [first = ''] = names;
  return names.every((each) => each === first) ? first : '';
}

/** `3. ` becomes `4. `, where the list counts. */
function numbered(prefix: string, step: number): string {
  return prefix.replace(/\d+(?=[.)][ \t]*$)/, (digits) => String(Number(digits) + step));
}

/** A list below an item that has none, as the item next to it has one. */
export function newEntryList(page: Page, own: ListItem, like: EntryList, likeOwn: ListItem): Slot {
  const relative = relativePrefix(page, like.item, likeOwn);
  const style: Style = {
    ...styleOf(page.analysis, like.neighbors),
    name: namedThroughout(page, like.neighbors),
  };
  const inside = page.insideOf(own);
  return {
    edition: like.neighbors.at(-1)?.edition?.edition,
    takesName: lacksName(like.neighbors),
    write: (entries, name) =>
      writeLines(
        page,
        own.last,
        entries.map(
          (entry, index) =>
            `${inside}${ordered(relative, index)}${style.name === '' ? name : ''}${writeEntry(entry, style)}`,
        ),
      ),
  };
}

/** The mark and the indentation of a list, from the text of the item that holds it on. */
function relativePrefix(page: Page, inner: ListItem, outer: ListItem): string {
  const outside = page.insideOf(outer);
  const indent = page.insideOf(inner).length - inner.prefix.trimStart().length;
  const mark = /(?:[-*+]|\d{1,9}[.)])[ \t]+$/.exec(inner.prefix)?.[0] ?? '- ';
  const extra = Math.max(0, Math.min(3, inner.prefix.length - mark.length - outside.length));
  return indent >= 0 ? ' '.repeat(extra) + mark : mark;
}

function ordered(prefix: string, index: number): string {
  return prefix.replace(/\d+/, String(index + 1));
}

/** Lines of their own below the given one. */
export function writeLines(page: Page, line: number, lines: readonly string[]): ReturnType<Slot['write']> {
  const { end } = page.span(line);
  return [{ span: { start: end, end }, newText: lines.map((each) => page.eol + each).join('') }];
}
