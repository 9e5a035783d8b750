import type { Analysis } from '../../analysis/analysis';
import { applyEdits, type TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { flowEntries, lineEntries, type Entry } from './entries';
import { runEntries } from './runs';

/** The edits of one fix. */
export type Edits = readonly TextEdit[];

/** What became of fixes once nothing is said twice. */
export interface Merged {
  /** By the index of the fix: its edits, those that merge an entry with its twin, or none. */
  readonly edits: readonly Edits[];
  /** Those that would repeat a key or an item, and can't be merged: by index, what would be repeated. */
  readonly repeated: ReadonlyMap<number, string>;
}

/** An outer item is compared with its neighbors up to this size. */
const MAX_BLOCK = 4000;

interface Change {
  readonly entry: Entry;
  readonly fixes: readonly number[];
}

/** Fixes so changed that none repeats a key of a mapping or an item of a list: twins become one. */
export function withoutRepeats(analysis: Analysis, fixes: readonly Edits[]): Merged {
  const all = fixes.flat().sort((a, b) => a.span.start - b.span.start);
  const edits = [...fixes];
  const repeated = new Map<number, string>();
  const settled = new Set<number>(); // of several lists around a place, one is enough
  for (const siblings of containersOf(analysis, fixes).values()) {
    const changes = siblings.map((entry): Change => ({ entry, fixes: fixesIn(entry.content, fixes) }));
    for (const twins of twinsAmong(analysis, changes, all))
      settle(analysis, twins, all, edits, repeated, settled);
  }
  return { edits, repeated };
}

/** Lists and mappings of which a fix changes an entry. */
function containersOf(analysis: Analysis, fixes: readonly Edits[]): Map<string, Entry[]> {
  const { document } = analysis;
  const places = fixes.flatMap((fix) => fix[0]?.span ?? []);
  const containers = new Map<string, Entry[]>();
  const lines = lineEntries(document);
  const touched = new Set(
    lines
      .filter((entry) => isNear(entry) && places.some((place) => isIn(place, entry.content)))
      .map(({ container }) => container),
  );
  for (const entry of lines) if (touched.has(entry.container)) add(containers, entry);
  const runs = runEntries(analysis);
  for (const place of places) {
    for (const entries of [flowEntries(document, place), runs.get(place.start) ?? []]) {
      const [first] = entries;
      if (first && !containers.has(first.container)) containers.set(first.container, entries);
    }
  }
  return containers;
}

function isNear({ content, isKey }: Entry): boolean {
  return isKey || content.end - content.start <= MAX_BLOCK;
}

function add(containers: Map<string, Entry[]>, entry: Entry): void {
  const known = containers.get(entry.container);
  if (known) known.push(entry);
  else containers.set(entry.container, [entry]);
}

function fixesIn(span: Span, fixes: readonly Edits[]): number[] {
  return fixes.flatMap((edits, index) => (edits.some((edit) => isIn(edit.span, span)) ? [index] : []));
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Entries that say the same after the edits, and did not before. */
function twinsAmong(analysis: Analysis, changes: readonly Change[], all: Edits): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const head = plain(after(analysis, change.entry.head, all));
    const group = groups.get(head);
    if (group) group.push(change);
    else groups.set(head, [change]);
  }
  return [...groups.values()].filter(
    (group) => group.length > 1 && group.some(({ fixes }) => fixes.length > 0),
  );
}

/** One of the twins stays, a bare one if there is one; if they do not say the same throughout, all stay as they are. */
function settle(
  analysis: Analysis,
  twins: readonly Change[],
  all: Edits,
  edits: Edits[],
  repeated: Map<number, string>,
  settled: Set<number>,
): void {
  const stays = twins.find(({ fixes }) => fixes.length === 0) ?? twins[0];
  const isSettled = ({ fixes }: Change): boolean => fixes.some((index) => settled.has(index));
  const others = twins.filter((each) => each !== stays && each.fixes.length > 0 && !isSettled(each));
  for (const index of others.flatMap(({ fixes }) => fixes)) settled.add(index);
  const own = stays && after(analysis, stays.entry.content, all).trim();
  const canMerge = others.every(
    ({ entry }) =>
      entry.removal &&
      entry.removal.end - entry.removal.start <= MAX_BLOCK &&
      withoutComma(after(analysis, entry.content, all)) === withoutComma(own ?? ''),
  );
  if (!canMerge) {
    const what = stays ? plain(after(analysis, stays.entry.head, all)) : '';
    for (const index of twins.flatMap(({ fixes }) => fixes)) {
      edits[index] = [];
      repeated.set(index, what);
    }
    return;
  }
  for (const { entry, fixes } of others)
    fixes.forEach((index, at) => {
      const { removal } = entry;
      const others = (edits[index] ?? []).filter(({ span }) => !isIn(span, entry.content));
      edits[index] = at === 0 && removal ? [...others, { span: removal, newText: '' }] : others;
    });
}

function withoutComma(text: string): string {
  return text.trim().replace(/,$/, '');
}

function after({ document }: Analysis, span: Span, all: Edits): string {
  const within = all
    .filter((edit) => isIn(edit.span, span))
    .map((edit) => ({
      newText: edit.newText,
      span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
    }));
  return applyEdits(document.text.slice(span.start, span.end), within);
}

/** Without comments, quotes, and differences in space. */
function plain(text: string): string {
  return text
    .replace(/(^|\s)#[^\r\n]*/g, '$1')
    .replace(/["',]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
