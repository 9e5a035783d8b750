import type { Analysis } from '../../analysis/analysis';
import { controlId, domainOf, type CanonicalId } from '../../identifiers/grammar';
import type { EditionId } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import { listed, message } from '../../text/message';
import type { Span } from '../../text/span';
import type { Collector, Renumbered, Renumbering } from './migration';
import { itemJoint } from './itemJoint';
import { tellRemoved } from './single';
import { migratedAs } from './spelling';

/** A range or shorthand as it is written: its first id, and what stands for the others. */
export interface WrittenRange {
  readonly first: Reference;
  readonly span: Span;
  /** The last id where it is written out. */
  readonly last: Reference | undefined;
  /** The members that are not, in order. */
  readonly implied: readonly Reference[];
}

/** What a range needs to know of the editions. */
export interface RangeContext {
  readonly analysis: Analysis;
  readonly from: EditionId;
  readonly to: EditionId;
  readonly renumber: Renumbering;
}

const LIST_MARK = /^\s{0,3}(?:,|\/|&|and|or)/i;
const DASH = /[-\u2010-\u2015]/;
/** From so many on, controls in a row are written as a range. */
const MIN_RUN = 3;

export function migrateRange(context: RangeContext, range: WrittenRange, out: Collector): void {
  const { text } = context.analysis.document;
  if (LIST_MARK.test(text.slice(range.first.span.end, range.span.end))) migrateShorthand(context, range, out);
  else migrateNumbers(context, range, out);
}

/** `STA-01, -02 and -04`: each member on its own; one of another domain is written out. */
function migrateShorthand(context: RangeContext, { first, implied }: WrittenRange, out: Collector): void {
  const { document } = context.analysis;
  let before = migrateMember(context, first, out); // what a number alone goes on from
  if (before !== first.id) out.edit('id', first.span, migratedAs(document, first, before));
  for (const member of implied) {
    const id = migrateMember(context, member, out);
    const dash = DASH.test(document.text[member.span.start - 1] ?? '') ? 1 : 0;
    if (domainOf(id) === domainOf(before) && (dash > 0 || id > before)) {
      if (id !== member.id) out.edit('id', member.span, numberOf(id));
      if (dash === 0) before = id;
    } else {
      const span = { start: member.span.start - dash, end: member.span.end };
      out.edit('id', span, migratedAs(document, first, id));
      if (dash === 0) before = id;
    }
  }
}

/** What stands for the member from now on. */
function migrateMember(
  { analysis, renumber, to }: RangeContext,
  member: Reference,
  out: Collector,
): CanonicalId {
  const renumbered = renumber(member.id);
  if (!renumbered) {
    out.decide('not-in-edition', member.span, message('{0} is unknown there. Left unchanged.', member.id));
    return member.id;
  }
  if (renumbered.id === undefined) tellRemoved(analysis, member, renumbered.control, to, out);
  return renumbered.id ?? member.id;
}

/** `LOG-01 to LOG-13`, `CEK-10 to 21` */
function migrateNumbers(context: RangeContext, range: WrittenRange, out: Collector): void {
  const { analysis, from, to } = context;
  const { first, span } = range;
  const written = analysis.document.text.slice(span.start, span.end);
  const lastId = range.last?.id ?? range.implied.at(-1)?.id;
  const members = lastId === undefined ? [] : membersOf(context, first.id, lastId);
  if (!members.some(({ old }) => old === lastId) || members[0]?.old !== first.id) {
    const label = analysis.knowledge.editionLabel(first.id, from);
    out.decide('not-in-edition', span, message("{0} isn't a range in {1}. Left unchanged.", written, label));
    return;
  }
  for (const { old, control, id } of members)
    if (id === undefined) tellRemoved(analysis, { ...first, id: old, span }, control, to, out);
  const ids = members.flatMap(({ id }) => id ?? []).sort();
  const [lowest] = ids;
  const highest = ids.at(-1);
  if (lowest === undefined || highest === undefined) return;
  if (isRange(context, ids)) writeEnds(context, range, lowest, highest, out);
  else writeList(context, range, ids, out);
}

interface Member extends Renumbered {
  readonly old: CanonicalId;
}

function membersOf({ renumber }: RangeContext, first: CanonicalId, last: CanonicalId): Member[] {
  const members: Member[] = [];
  for (let number = Number(numberOf(first)); number <= Number(numberOf(last)); number++) {
    const old = controlId(domainOf(first), number);
    const renumbered = renumber(old);
    if (renumbered) members.push({ old, ...renumbered });
  }
  return members;
}

/** From the lowest to the highest, the edition has these and no others. */
function isRange({ analysis, to }: RangeContext, ids: readonly CanonicalId[]): boolean {
  const [lowest] = ids;
  const highest = ids.at(-1);
  if (!lowest || !highest || lowest === highest || domainOf(lowest) !== domainOf(highest)) return false;
  const all = analysis.knowledge.frameworkOf(lowest)?.idsIn(to) ?? [];
  const there = all.filter((id) => id >= lowest && id <= highest);
  return there.length === ids.length;
}

/** Only the ends change: what joins them stays, to the byte. */
function writeEnds(
  { analysis: { document } }: RangeContext,
  { first, last, span }: WrittenRange,
  lowest: CanonicalId,
  highest: CanonicalId,
  out: Collector,
): void {
  if (lowest !== first.id) out.edit('id', first.span, migratedAs(document, first, lowest));
  if (last) {
    if (highest !== last.id) out.edit('id', last.span, migratedAs(document, last, highest));
    return;
  }
  const digits = { start: span.end - 2, end: span.end };
  if (document.text.slice(digits.start, digits.end) !== numberOf(highest))
    out.edit('id', digits, numberOf(highest));
}

/** What is no longer a range becomes a list, in which runs stay ranges: `LOG-01 to LOG-07 and LOG-09 to LOG-14`. */
function writeList(
  context: RangeContext,
  range: WrittenRange,
  ids: readonly CanonicalId[],
  out: Collector,
): void {
  const { document } = context.analysis;
  const parts = runsOf(ids).flatMap((run) => writeRun(context, range, run));
  const newText = isProse(context, range) ? listed(parts) : parts.join(jointOf(context, range));
  const written = document.text.slice(range.span.start, range.span.end);
  out.edit('range', range.span, newText);
  out.decide(
    'range',
    range.span,
    message("{0} isn't a range there. Changed to {1}.", written, listed(parts)),
  );
}

function writeRun(
  { analysis: { document } }: RangeContext,
  range: WrittenRange,
  run: readonly CanonicalId[],
): string[] {
  const { first, last, span } = range;
  const spelled = run.map((id) => migratedAs(document, first, id));
  if (run.length < MIN_RUN) return spelled;
  const joint = document.text.slice(first.span.end, last?.span.start ?? span.end - 2).replace(/\s+/g, ' ');
  const end = run.at(-1);
  return [`${spelled[0] ?? ''}${joint}${last ? (spelled.at(-1) ?? '') : end ? numberOf(end) : ''}`];
}

function runsOf(ids: readonly CanonicalId[]): CanonicalId[][] {
  const runs: CanonicalId[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows =
      before && domainOf(before) === domainOf(id) && Number(numberOf(id)) === Number(numberOf(before)) + 1;
    if (run && follows) run.push(id);
    else runs.push([id]);
  }
  return runs;
}

/** A sentence; cells and values hold plain lists. */
function isProse({ analysis: { document } }: RangeContext, { first }: WrittenRange): boolean {
  return document.kind !== 'yaml' && first.place.cell === undefined && first.place.keys.length === 0;
}

/** In a sequence of YAML or JSON, an item for each; else as the range is parted from its neighbor. */
function jointOf({ analysis: { document } }: RangeContext, { first, span }: WrittenRange): string {
  const joint = first.place.keys.length > 0 ? itemJoint(document, span) : undefined;
  return joint ?? separatorAfter(document.text, span);
}

/** What parts the range from its neighbor, where it has one: `; ` in `IAM-01 to IAM-05; SEF-02`. */
function separatorAfter(text: string, { end }: Span): string {
  return /^[ \t]?[;/][ \t]?(?=[A-Za-z&]{3}-\d)/.exec(text.slice(end, end + 12))?.[0] ?? ', ';
}

function numberOf(id: CanonicalId): string {
  return id.slice(id.lastIndexOf('-') + 1);
}
