import type { Analysis } from '../../analysis/analysis';
import { parentOf, type CanonicalId } from '../../identifiers/grammar';
import type { AttackTimeline } from '../../knowledge/attack';
import type { Reference } from '../../recognition/reference';
import type { Statement } from '../../resolution/statedTactics';
import type { TextEdit } from '../../text/edit';
import { heirsOf } from '../../knowledge/tacticHeirs';
import { replaceIdAlone } from '../replaceId';
import { addedTactic } from './addTactic';

/** A change of the tactic that goes with a change of the technique: the edits, or a word that it can't be decided. */
export type TacticChange = readonly TextEdit[] | 'undecided';

/**
 * In `TA0005:T1562`, in sibling fields, in a row and in the tags of a rule, the tactic changes with the technique if it
 * was right before and isn't afterwards. If another technique needs it still, the new one is added to the tags.
 */
export function tacticChange(analysis: Analysis, reference: Reference, to: CanonicalId): TacticChange {
  const { attack } = analysis.knowledge;
  const statement = analysis.statedTactics.of(reference);
  const next = attack.at(to)?.tactics ?? [];
  if (!statement || statement.tactics.some(({ id }) => next.includes(id))) return [];
  const before = attack.tacticsEver(reference.id);
  const wereTrue = statement.tactics.filter(({ id }) => before.includes(id));
  const [first] = wereTrue;
  if (!first) return [];
  const heirs = heirsOf(first.id, attack).filter((heir) => next.includes(heir));
  const [only, ...others] = next.length > 1 ? heirs : next;
  if (only === undefined || others.length > 0) return 'undecided';
  if (isNeeded(first.id, statement, reference, attack)) return added(analysis, first, only, statement);
  return wereTrue.filter(({ id }) => id === first.id).flatMap((each) => replaceIdAlone(analysis, each, only));
}

/** Another technique of the statement, or what it was replaced by, has the tactic. */
function isNeeded(
  tactic: CanonicalId,
  { techniques }: Statement,
  changed: Reference,
  attack: AttackTimeline,
): boolean {
  return techniques.some((each) => {
    const isOfChanged = each === changed || each.id === changed.id || each.id === parentOf(changed.id);
    if (isOfChanged) return false;
    const facts = attack.at(each.id);
    const [successor] = facts?.successors ?? [];
    return (successor === undefined ? facts : attack.at(successor))?.tactics.includes(tactic);
  });
}

/** The new tactic in the list that holds the one that stays. */
function added(
  { document, knowledge: { attack } }: Analysis,
  tactic: Reference,
  id: CanonicalId,
  { kind }: Statement,
): TacticChange {
  const edit = kind === 'tags' || kind === 'fields' ? addedTactic(document, attack, tactic, id) : undefined;
  return edit ? [edit] : 'undecided';
}
