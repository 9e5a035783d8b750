import type { Analysis } from '../../analysis/analysis';
import { canonicalId } from '../../identifiers/grammar';
import type { Control, EditionId } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import { startsWithTitle, titleWords } from '../../knowledge/titles';
import { beside } from '../../documents/beside';
import { otherControlBeside } from '../../rules/titleMismatch';
import { message } from '../../text/message';
import { inCaseOf } from '../nameStyle';
import type { Collector } from './migration';
import { migratedAs } from './spelling';

/** One id with the title beside it. */
export function migrateSingle(
  analysis: Analysis,
  reference: Reference,
  from: EditionId,
  to: EditionId,
  out: Collector,
): void {
  const { document, knowledge } = analysis;
  const framework = knowledge.framework(reference.family);
  const control = framework.byId(from, reference.id);
  if (!control) return tellUnknown(analysis, reference, from, to, out);
  const other = otherControlBeside(document, reference, control, framework);
  if (other) {
    const title = message('The title next to {0} belongs to another control. Left unchanged.', reference.id);
    return out.decide('title', reference.span, title);
  }
  const id = control.ids[to];
  if (id === undefined) return tellRemoved(analysis, reference, control, to, out);
  if (id !== reference.id) migrateId(analysis, reference, id, out);
  const isRetitled = migrateTitle(analysis, reference, control, [from, to], out);
  if (id === reference.id && !isRetitled) out.unchanged.push(reference);
}

function migrateId({ document }: Analysis, reference: Reference, id: string, out: Collector): void {
  out.edit('id', reference.span, migratedAs(document, reference, canonicalId(id)));
  if (reference.tail === undefined) return;
  const question = message(
    'Changed {0} to {1}. Check that the part after the ID still fits.',
    reference.text,
    id,
  );
  out.decide('question', reference.span, question);
}

/** True where the title beside the id changes, or where a person must change it. */
function migrateTitle(
  { document, knowledge }: Analysis,
  reference: Reference,
  control: Control,
  [from, to]: readonly [EditionId, EditionId],
  out: Collector,
): boolean {
  const framework = knowledge.framework(reference.family);
  const before = framework.title(control, from);
  const after = framework.title(control, to);
  if (before === after) return false;
  const found = beside(document, reference).known([before]);
  const newText = found && inCaseOf(found, after);
  if (found && newText !== undefined) {
    out.edit('title', found.span, newText);
    return true;
  }
  const words = titleWords(beside(document, reference).text);
  if (!found && !startsWithTitle(words, titleWords(before))) return false;
  out.decide('title', reference.span, message('The title of {0} is now {1}.', reference.id, after));
  return true;
}

export function tellRemoved(
  { knowledge }: Analysis,
  reference: Reference,
  control: Control,
  to: EditionId,
  out: Collector,
): void {
  const framework = knowledge.framework(reference.family);
  out.removed.push(reference);
  const now = framework.byId(to, reference.id);
  const name = `${reference.id} ${framework.title(control)}`;
  out.decide(
    'removed',
    reference.span,
    now
      ? message(
          "{0} isn't in {1}, where {2} is {3}.",
          name,
          framework.label(to),
          reference.id,
          framework.title(now, to),
        )
      : message("{0} isn't in {1}.", name, framework.label(to)),
  );
}

export function tellUnknown(
  { knowledge }: Analysis,
  { id, span, family }: Reference,
  from: EditionId,
  to: EditionId,
  out: Collector,
): void {
  const framework = knowledge.framework(family);
  const is = framework.byId(to, id)
    ? message(
        '{0} exists in {2}, not in {1}. Left unchanged.',
        id,
        framework.label(from),
        framework.label(to),
      )
    : message("{0} isn't an ID of {1}. Left unchanged.", id, framework.label(from));
  out.decide('not-in-edition', span, is);
}
