import { NAMES_BEFORE_ID } from '../../../frameworks/registry';
import type { Reference } from '../../../recognition/reference';
import type { Slot } from '../slot';
import { commonName, endOfMention, styleOf, writeEntries } from '../style';
import { familyFor, lacksName, type Target } from '../item';
import type { ListItem, Page } from './page';

/** One entry for each item of a list below the target: where more of them go, and how they are written. */
export interface EntryList {
  /** The last item that begins with an entry. */
  readonly item: ListItem;
  readonly neighbors: readonly Reference[];
}

/** The items within the lines that begin with an entry. */
export function entryListIn(page: Page, target: Target, first: number, last: number): EntryList | undefined {
  const neighbors = page.references(familyFor(target), first, last).filter((each) => beginsItem(page, each));
  const line = neighbors.at(-1)?.place.line;
  const item = line === undefined ? undefined : page.itemFrom(line);
  return item && { item, neighbors };
}

/** A box to tick, marks and the framework's name. */
const BEGINNING = new RegExp(
  `^(?:\\[[ xX]\\] )?(?:\\[|[\`*_]|${NAMES_BEFORE_ID}[ :_-](?:v?\\d(?:\\.\\d+)* )?)*$`,
  'i',
);

/** The entry is the first thing in its item, and alone with its title in it. */
function beginsItem(page: Page, reference: Reference): boolean {
  const { line } = reference.place;
  const item = page.itemFrom(line);
  if (!item) return false;
  const before = page.text.slice(item.content, reference.span.start);
  if (!BEGINNING.test(before)) return false;
  const end = endOfMention(page.analysis, reference);
  return !page.references(reference.family, line, line).some(({ span }) => span.start >= end);
}

/** More items below the last one, with the same mark and indentation. */
export function entryListSlot(page: Page, { item, neighbors }: EntryList): Slot {
  const step = isCounted(page, neighbors) ? 1 : 0;
  return itemsSlot(page, { item, neighbors }, item.last, (index) =>
    numbered(item.prefix, (index + 1) * step),
  );
}

/** A list below an item that has none, as the item next to it has one. */
export function newEntryList(page: Page, own: ListItem, like: EntryList, likeOwn: ListItem): Slot {
  const prefix =
    own.prefix === likeOwn.prefix
      ? like.item.prefix
      : page.insideOf(own) + relativePrefix(like.item, page.insideOf(likeOwn));
  const step = isCounted(page, like.neighbors) ? 1 : 0;
  return itemsSlot(page, like, own.last, (index) => numbered(prefix, 1 + index * step, 0));
}

function itemsSlot(
  page: Page,
  { item, neighbors }: EntryList,
  last: number,
  prefixAt: (index: number) => string,
): Slot {
  const box = /^\[[ xX]\] /.test(page.text.slice(item.content, item.content + 4)) ? '[ ] ' : '';
  const blank = neighbors.length > 1 && page.isBlank(item.first - 1) ? blankLine(prefixAt(0)) : undefined;
  const style = { ...styleOf(page.analysis, neighbors), name: commonName(page.text, neighbors) };
  return {
    edition: neighbors.at(-1)?.edition?.edition,
    takesName: lacksName(neighbors),
    write: (entries, name) => {
      const lines = entries.map(
        (entry, index) => prefixAt(index) + box + writeEntries([entry], style, '', name),
      );
      return writeLines(page, last, blank === undefined ? lines : lines.flatMap((line) => [blank, line]));
    },
  };
}

/** What stands between two items with an empty line between: the marks of quotes. */
function blankLine(prefix: string): string {
  return (/^[ \t]*(?:>[ \t]?)*/.exec(prefix)?.[0] ?? '').trimEnd();
}

/** False where every item has the same number: `1.` and `1.` */
function isCounted(page: Page, neighbors: readonly Reference[]): boolean {
  const [first, second] = neighbors.slice(-2).map(({ place }) => page.itemFrom(place.line)?.prefix);
  return second === undefined || first !== second;
}

/** `3. ` becomes `4. `, where the list counts. */
function numbered(prefix: string, step: number, from?: number): string {
  return prefix.replace(/\d+(?=[.)][ \t]*$)/, (digits) => String((from ?? Number(digits)) + step));
}

/** The mark of a list, with what it is indented by from the text of the item that holds it on. */
function relativePrefix(inner: ListItem, outside: string): string {
  const mark = /(?:[-*+]|\d{1,9}[.)])[ \t]+$/.exec(inner.prefix)?.[0] ?? '- ';
  const extra = inner.prefix.length - mark.length - outside.length;
  return ' '.repeat(Math.max(0, Math.min(3, extra))) + mark;
}

/** Lines of their own below the given one. */
export function writeLines(page: Page, line: number, lines: readonly string[]): ReturnType<Slot['write']> {
  const { end } = page.span(line);
  return [{ span: { start: end, end }, newText: lines.map((each) => page.eol + each).join('') }];
}
