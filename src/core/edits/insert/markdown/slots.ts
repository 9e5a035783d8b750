import { LineKind } from '../../../documents/markdownBlocks';
import type { Reference } from '../../../recognition/reference';
import { success, type Result } from '../../../text/result';
import { familyFor, type Target } from '../item';
import { refusal, type Refusal } from '../refusal';
import type { Slot } from '../slot';
import { commonName, styleOf } from '../style';
import { labeledSubsection } from './label';
import { entryListIn, entryListSlot, newEntryList } from './list';
import { parenthesisSlot, templateItemSlot, templateParagraphSlot } from './newPlace';
import type { ListItem, Page } from './page';
import { isLabelLine, labelSlot, markedRunSlot, ownRunSlot } from './run';
import { tableSlot } from './table';

/** Where the document itself would write it: beside the target, as near it as others do, or in a new place. */
export function markdownSlot(page: Page, target: Target): Result<Slot, Refusal> {
  const { line, cell, inFence } = target.place;
  const kind = page.kind(line);
  if (inFence || kind === LineKind.code) return refusal('code', "Control Lens doesn't edit code blocks.");
  if (kind === LineKind.html || (cell && kind !== LineKind.table))
    return refusal('html', "Control Lens doesn't edit HTML.");
  const own = ownRunSlot(page, target);
  if (kind === LineKind.table)
    return success(tableSlot(page, target) ?? own ?? parenthesisSlot(page, target));
  if (own) return success(own);
  const [item] = page.itemsAt(line);
  return success(item ? itemSlot(page, target, item) : proseSlot(page, target));
}

/** The row of a table in the same section that names the target too. */
function rowSlot(page: Page, target: Target): Slot | undefined {
  const { first, last } = page.section(target);
  for (const twin of page.references(target.family, first, last)) {
    const slot = twin.id === target.id ? tableSlot(page, like(twin, target)) : undefined;
    if (slot) return slot;
  }
  return undefined;
}

function itemSlot(page: Page, target: Target, item: ListItem): Slot {
  const list = entryListIn(page, target, item.first + 1, item.last);
  if (list) return entryListSlot(page, list);
  for (let line = item.first; line <= item.last; line++) {
    const slot = labelSlot(page, target, line);
    if (slot) return slot;
  }
  return (
    likeNeighbors(page, target, item) ??
    rowSlot(page, target) ??
    sharedSlot(page, target) ??
    templateItemSlot(page, target, item)
  );
}

/** As another item of the section has its entries: in a list below it, or in a parenthesis. */
function likeNeighbors(page: Page, target: Target, item: ListItem): Slot | undefined {
  for (const other of othersOf(page, target)) {
    const [outer] = page.itemsAt(other.place.line);
    if (!outer || outer.first === item.first) continue;
    const list = entryListIn(page, other, outer.first + 1, outer.last);
    if (list) return newEntryList(page, item, list, outer);
    for (let line = outer.first + 1; line <= outer.last; line++) {
      if (labelSlot(page, other, line)) return templateItemSlot(page, target, item);
    }
  }
  return likeRun(page, target);
}

/** As another target of the section has its entries: behind a mark that ends the line, else in a parenthesis. */
function likeRun(page: Page, target: Target): Slot | undefined {
  const other = othersOf(page, target).find((each) => ownRunSlot(page, each));
  if (!other) return undefined;
  const { line } = other.place;
  const run = page
    .references(familyFor(target), line, line)
    .filter(({ span }) => span.start > other.span.end);
  const style = styleOf(page.analysis, run);
  const name = commonName(page.text, run.slice(0, 1));
  return markedRunSlot(page, target, other, style, name) ?? parenthesisSlot(page, target, style, name);
}

/** Other targets of the section, the nearest first. */
function othersOf(page: Page, target: Target): Target[] {
  const { first, last } = page.section(target);
  const distance = ({ place }: Reference): number => Math.abs(place.line - target.place.line);
  return page
    .references(target.family, first, last)
    .filter((each) => each.span.start !== target.span.start && page.kind(each.place.line) !== LineKind.table)
    .sort((a, b) => distance(a) - distance(b))
    .map((each) => like(each, target));
}

/** Another reference as a target for the same family. */
function like(other: Reference, { inserts }: Target): Target {
  return { ...other, inserts };
}

function proseSlot(page: Page, target: Target): Slot {
  return (
    rowSlot(page, target) ??
    sharedSlot(page, target) ??
    subsectionSlot(page, target) ??
    likeRun(page, target) ??
    newParagraph(page, target)
  );
}

/** `## T1078` with `### Mitigating controls` below it, and their list. */
function subsectionSlot(page: Page, target: Target): Slot | undefined {
  const lines = labeledSubsection(page, target);
  const list = lines && entryListIn(page, target, lines.first + 1, lines.last);
  return list && entryListSlot(page, list);
}

/** A label of the section below the target, unless it belongs to another target. */
function sharedSlot(page: Page, target: Target): Slot | undefined {
  const { last } = page.section(target);
  const { line: from } = target.place;
  const isOutside = page.itemsAt(from).length === 0;
  for (let line = from; line <= last; line++) {
    const isOthers =
      !page.isInHeading(target) &&
      page
        .references(target.family, line, line)
        .some(({ place }) => page.paragraph(place.line).first > page.paragraph(from).last);
    if (isOthers) return undefined;
    const slot = listBelowLabel(page, target, line, last) ?? labelSlot(page, target, line);
    if (slot) return slot;
    const isAbove = line === (page.isProse(from) ? page.paragraph(from).last : from);
    const list = isAbove && isOutside ? listOfEntries(page, target, line, last) : undefined;
    if (list) return list;
  }
  return undefined;
}

/** `Controls:` with a list below it. */
function listBelowLabel(page: Page, target: Target, line: number, last: number): Slot | undefined {
  if (!isLabelLine(page, familyFor(target), line)) return undefined;
  const items = itemsBelow(page, line, last);
  const list = items.length > 0 ? entryListIn(page, target, line + 1, items.at(-1)?.last ?? line) : undefined;
  return list && entryListSlot(page, list);
}

/** A list right below the line, of nothing but entries. */
function listOfEntries(page: Page, target: Target, line: number, last: number): Slot | undefined {
  const items = itemsBelow(page, line, last);
  const end = items.at(-1)?.last;
  const list = end === undefined ? undefined : entryListIn(page, target, line + 1, end);
  const begun = new Set(list?.neighbors.map(({ place }) => place.line));
  return list && items.every(({ first }) => begun.has(first)) ? entryListSlot(page, list) : undefined;
}

/** The items of the list below a line, without those within them. */
function itemsBelow(page: Page, line: number, last: number): ListItem[] {
  const items: ListItem[] = [];
  for (let at = line + 1; at <= last; at++) {
    if (page.isBlank(at)) continue;
    const item = page.itemFrom(at);
    if (!item) break;
    items.push(item);
    at = item.last;
  }
  return items;
}

/** Below the paragraph, or at the end of the section that the heading stands above. */
function newParagraph(page: Page, target: Target): Slot {
  const { line } = target.place;
  if (page.isProse(line) && !page.isInHeading(target)) {
    const { first, last } = page.paragraph(line);
    const isFootnote = /^ {0,3}\[\^[^\]]+\]:/.test(page.lineText(first)); // what belongs to it is further in
    return templateParagraphSlot(page, target, last, isFootnote ? last : first);
  }
  let { last } = page.section(target);
  while (last > line && (page.isBlank(last) || isAfterText(page, last))) last--;
  return templateParagraphSlot(page, target, last, line);
}

/** A line between sections, or the address of a link: text does not go below it. */
function isAfterText(page: Page, line: number): boolean {
  if (page.kind(line) === LineKind.code || page.kind(line) === LineKind.text) return false;
  return /^ {0,3}(?:([-*_])(?:[ \t]*\1){2,}[ \t]*$|\[[^\]^]+\]: )/.test(page.lineText(line));
}
