import type { Analysis } from '../../analysis/analysis';
import { parentOf, type CanonicalId } from '../../identifiers/grammar';
import type { AttackTimeline } from '../../knowledge/attack';
import type { Reference } from '../../recognition/reference';
import type { Statement } from '../../resolution/statedTactics';
import { lineEndingOf, type TextEdit } from '../../text/edit';
import { replaceIdAlone } from '../replaceId';
import { tacticAs } from '../tacticSpelling';

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
  const [only] = next;
  if (!first) return [];
  if (only === undefined || next.length > 1) return 'undecided';
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

const ITEM_START = /^[ \t]*- +["']?(?:attack\.)?$/;

/** A tag on a line of its own below the one that stays. */
function added(
  { document: { text, lines }, knowledge: { attack } }: Analysis,
  tactic: Reference,
  id: CanonicalId,
  { kind }: Statement,
): TacticChange {
  const { start, end } = tactic.span;
  const line = lines.lineAt(start);
  const head = text.slice(lines.startOf(line), start);
  const rest = text.slice(end, lines.endOf(line));
  const quote = /^["']?/.exec(rest)?.[0] ?? '';
  if (kind !== 'tags' || !ITEM_START.test(head) || !tactic.isName) return 'undecided';
  const tag = `${head}${tacticAs(tactic.text, attack.name(id))}${quote}`;
  const at = lines.endOf(line);
  return [{ span: { start: at, end: at }, newText: `${lineEndingOf(text)}${tag}` }];
}
