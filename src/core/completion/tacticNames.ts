import type { Analysis } from '../analysis/analysis';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { tacticAs } from '../edits/tacticSpelling';
import type { Completion } from './completions';
import { PHASE } from './topics';
import type { Wanted } from './wanted';

const TAG = /(?:^|[^\w.])attack\.$/i;
const MAX_BEFORE = 40;

/** How a document writes the names of tactics where one is asked for; undefined where it writes their IDs. */
export function tacticSpelling(
  { document, references }: Analysis,
  { span, kinds, place }: Wanted,
): string | undefined {
  if (!kinds.includes('tactic')) return undefined;
  const before = document.text.slice(Math.max(0, span.start - MAX_BEFORE), span.start);
  const isTag = TAG.test(before);
  const isOther = (start: number): boolean => start < span.start || span.end < start;
  const named = references.filter((each) => each.kind === 'tactic' && isOther(each.span.start));
  const inField = named.filter(
    (each) => isTag || each.place.cell !== undefined || each.place.keys.length > 0,
  );
  const first = inField.find((each) => each.isName === true && !each.malformed);
  if (isTag || PHASE.test(place.keys[0]?.name ?? '')) return first?.text ?? 'lateral-movement';
  return inField.every(({ isName }) => isName === true) ? first?.text : undefined;
}

/** Tactics by name, those of the enterprise matrix if there are some; each name once. */
export function namedTactics(
  items: readonly Completion[],
  spelling: string,
  { attack }: KnowledgeBase,
): Completion[] {
  const isTactic = ({ entry }: Completion): boolean => entry.id.startsWith('TA');
  const isEnterprise = ({ entry }: Completion): boolean =>
    attack.at(entry.id)?.domains.includes('enterprise') === true;
  const wanted = items.some((each) => isTactic(each) && isEnterprise(each))
    ? items.filter(isEnterprise)
    : items;
  const named = wanted.map((item) => {
    if (!isTactic(item)) return item;
    const newText = tacticAs(spelling, attack.name(item.entry.id));
    return { ...item, newText, filterText: `${item.filterText} ${newText}` };
  });
  const first = new Map(named.toReversed().map((item) => [item.newText, item]));
  return named.filter((item) => first.get(item.newText) === item);
}
