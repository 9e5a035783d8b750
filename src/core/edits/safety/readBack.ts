import type { Analysis } from '../../analysis/analysis';
import type { CanonicalId, Family } from '../../identifiers/grammar';
import type { Reference } from '../../recognition/reference';
import type { Finding } from '../../rules/rule';
import type { TextEdit } from '../../text/edit';
import { message, type Message } from '../../text/message';
import { success, type Result } from '../../text/result';
import { lastStartingBy } from '../../text/span';
import { refusal, type Refusal } from '../insert/refusal';
import { compare, isLess, type Comparison } from './comparison';
import { dataChange } from './data';

/** What edits are for. All else must be read as before. */
export interface Purpose {
  /**
   * `words` changes IDs or names, `comment` adds a comment that changes nothing that is read, `declaration` says which
   * edition of a framework is meant, `entries` adds IDs, and `migration` may split ranges and items.
   */
  readonly kind: 'words' | 'comment' | 'declaration' | 'entries' | 'migration';
  /** Findings that must be gone. */
  readonly settles: readonly Finding[];
  /** What must be read where something was written. */
  readonly writes?: readonly CanonicalId[];
  /** Whose editions a declaration changes. */
  readonly family?: Family;
}

/** What a write does besides its purpose, as part of a sentence: `changes the edition of 2 other IDs`. */
export interface ReadBack {
  readonly also: Message | undefined;
}

/** The one place where a write is read back before anybody makes it: what changes unasked is a reason not to write. */
export function readBack(
  analysis: Analysis,
  edits: readonly TextEdit[],
  purpose: Purpose,
): Result<ReadBack, Refusal> {
  return readBackOf(analysis, compare(analysis, edits), edits, purpose);
}

/** The same of edits that are compared already. */
export function readBackOf(
  analysis: Analysis,
  comparison: Comparison,
  edits: readonly TextEdit[],
  purpose: Purpose,
): Result<ReadBack, Refusal> {
  return (
    unread(comparison, purpose) ??
    changedData(analysis, comparison, edits, purpose) ??
    unsettled(analysis, comparison, purpose) ??
    changedIds(comparison, purpose) ??
    success({ also: alsoChanged(comparison, purpose) })
  );
}

type Refused = Result<never, Refusal> | undefined;

function idOf([first]: readonly Reference[]): string {
  return first?.id ?? '';
}

/** What stands elsewhere is read as it was, and what is written is read as it is meant. */
function unread(comparison: Comparison, { kind, writes = [] }: Purpose): Refused {
  const { written, touched, kept } = comparison;
  const isWords = kind === 'words'; // the name of a tactic is read by what is beside it
  const gained = comparison.gained.filter((each) => !(isWords && each.isName));
  const lost = comparison.lost.filter(
    (each) => !isNamedBeside(comparison, each) && !(isWords && each.isName),
  );
  if (lost.length > 0) return refusal('lost', '{0} would no longer be recognized.', idOf(lost));
  if (gained.length > 0)
    return refusal('gained', '{0} would be recognized, which is none now.', idOf(gained));
  const ids = new Set([...written, ...kept.map(({ after }) => after)].map(({ id }) => id));
  const missing = writes.find((id) => !ids.has(id));
  if (missing !== undefined) return refusal('unread', '{0} would not be recognized there.', missing);
  const impliedBefore = touched.filter(({ implied }) => implied);
  if (kind !== 'migration' && impliedBefore.length > 0 && !written.some(({ implied }) => implied))
    return refusal('range', '{0} would no longer be part of a range.', idOf(impliedBefore));
  return undefined;
}

/** The address of a link is no reference of its own once the text of the link names the same. */
function isNamedBeside({ after, written, moved }: Comparison, { id, span }: Reference): boolean {
  const line = after.document.lines.lineAt(moved(span).start);
  return written.some((each) => each.id === id && each.place.line === line);
}

function changedData(
  analysis: Analysis,
  { after }: Comparison,
  edits: readonly TextEdit[],
  { kind }: Purpose,
): Refused {
  if (kind === 'entries') return undefined; // a slot knows what it may change of the data
  const change = dataChange(analysis, after, edits);
  if (change === 'broken') return refusal('broken', 'The file would have a syntax error.');
  if (kind === 'migration') return undefined;
  const removed = edits.filter(({ newText }) => newText === '').length;
  const most = kind === 'comment' ? 0 : kind === 'declaration' ? 1 : edits.length;
  const isOther = change.gained > most || (change.lost > change.gained && removed === 0);
  return isOther ? refusal('data', 'Other values of the file would change.') : undefined;
}

function unsettled(
  { document }: Analysis,
  { after, moved }: Comparison,
  { settles, kind }: Purpose,
): Refused {
  if (settles.length === 0) return undefined;
  const left = [...after.findings].sort((a, b) => a.span.start - b.span.start);
  const starts = left.map(({ span }) => span);
  for (const { rule, span, reference } of settles) {
    const { start, end } = moved(span);
    let isThere = false;
    for (let at = lastStartingBy(starts, end - 1); !isThere && (starts[at]?.start ?? -1) >= start; at--) {
      const other = left[at];
      isThere = other?.rule === rule && other.reference.id === reference.id;
    }
    if (isThere && kind === 'comment') return refusal('unread', 'A comment would not be read there.');
    const written = document.text.slice(span.start, span.end);
    if (isThere) return refusal('unsettled', 'The finding on {0} would stay.', written);
  }
  return undefined;
}

/** None may be less certain than it was. */
function changedIds({ kept }: Comparison, { kind }: Purpose): Refused {
  const less = kept.filter(({ before, after }) => isLess(before.certainty, after.certainty));
  const others = kind === 'comment' ? kept.filter(isReadOtherwise) : less;
  return others.length === 0
    ? undefined
    : refusal('otherwise', '{0} would be read otherwise.', idOf(others.map(({ before }) => before)));
}

function isReadOtherwise({ before, after }: Comparison['kept'][number]): boolean {
  return before.certainty !== after.certainty || before.edition?.edition !== after.edition?.edition;
}

function alsoChanged(
  { kept, moved, lost, gained }: Comparison,
  { kind, family, settles }: Purpose,
): Message | undefined {
  const own = new Set(settles.map(({ span }) => moved(span).start));
  const changed = kept.filter(
    (each) =>
      isReadOtherwise(each) &&
      !own.has(each.after.span.start) &&
      !(kind === 'declaration' && each.before.family === family),
  );
  const others = [
    ...changed.map(({ before }) => before),
    ...[...lost, ...gained].filter(({ isName }) => isName),
  ];
  const [first] = others;
  if (!first) return undefined;
  return others.length === 1
    ? message('also changes how {0} is read', first.text)
    : message('also changes how {0} other IDs are read', String(others.length));
}
