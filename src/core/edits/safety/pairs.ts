import type { Analysis } from '../../analysis/analysis';
import type { CanonicalId } from '../../identifiers/grammar';
import type { Reference } from '../../recognition/reference';
import type { TextEdit } from '../../text/edit';

const PAIR = /(?<![a-z\d])(TA\d{4})[:./]$/i;

/** A change of the tactic that goes with a change of the technique: none, the edits, or a word on why it can't be. */
export type TacticChange = readonly TextEdit[] | 'undecided';

/** In `TA0005:T1562` the tactic changes with the technique if it was right before and isn't afterwards. */
export function pairedTactic(
  { document, knowledge }: Analysis,
  reference: Reference,
  to: CanonicalId,
): TacticChange {
  const { start } = reference.span;
  const written = PAIR.exec(document.text.slice(Math.max(0, start - 12), start))?.[1];
  if (written === undefined) return [];
  const { attack } = knowledge;
  const tactic = written.toUpperCase();
  const next = attack.at(to)?.tactics ?? [];
  const wasTrue = attack.tacticsEver(reference.id).some((each) => each === tactic);
  if (!wasTrue || next.some((each) => each === tactic)) return [];
  const [only] = next;
  if (only === undefined || next.length > 1) return 'undecided';
  const newText = written === written.toLowerCase() ? only.toLowerCase() : only;
  return [{ span: { start: start - written.length - 1, end: start - 1 }, newText }];
}
