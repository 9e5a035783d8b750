import type { Analysis } from '../../analysis/analysis';
import type { EditionId } from '../../knowledge/framework';
import { offsetBefore } from '../../text/composeEdits';
import { message } from '../../text/message';
import { compare } from '../safety/comparison';
import { readBackOf } from '../safety/readBack';
import type { Collector, MigrationEdit } from './migration';
import { frameworkOfEdition, speaksOf } from './scope';

/**
 * Reads the migrated document, and tells what a person must look at: what isn't read as it was, and an ID that is still
 * read in the old edition, so that another migration would change it again.
 */
export function tellReadBack(
  analysis: Analysis,
  edits: readonly MigrationEdit[],
  from: EditionId,
  to: EditionId,
  out: Collector,
): void {
  const [first] = edits;
  if (!first || from === to) return;
  const comparison = compare(analysis, edits);
  const read = readBackOf(analysis, comparison, edits, { kind: 'migration', settles: [] });
  if (!read.ok) out.decide('read-back', first.span, read.failure.reason);
  if (out.decisions.some(({ kind }) => kind === 'not-declared')) return;
  const { after, written } = comparison;
  const old = written.find((each) => !each.implied && speaksOf(after, each, from));
  if (!old) return;
  const start = offsetBefore(edits, old.span.start);
  const { end = start } = edits.find(({ span }) => span.start === start)?.span ?? {};
  const label = frameworkOfEdition(analysis, to).label(to);
  const text = message('Nothing here says that {0} is of {1}. Declare it.', old.text, label);
  out.decide('not-declared', { start, end }, text);
}
