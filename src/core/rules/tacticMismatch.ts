import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import type { AttackFacts, AttackTimeline } from '../knowledge/attack';
import { tacticLetters } from '../knowledge/titles';
import type { Reference } from '../recognition/reference';
import type { StatedTactics, Statement } from '../resolution/statedTactics';
import { listed, message, type Message } from '../text/message';
import type { Span } from '../text/span';
import { ATTACK } from '../identifiers/grammar';
import { labelMeaning, type LabelMeaning } from '../recognition/recognition';
import { eachMessageOnceInInventories } from './manyOutdated';
import { isInSample } from './samples';
import { isTechnique } from './summary';
import { eachReference, type Resolved, type Rule, type RuleContext } from './rule';

export const tacticMismatch: Rule = {
  id: 'tactic-mismatch',
  title: 'Technique under another tactic',
  description:
    "A technique listed under a tactic that it doesn't have: in a pair such as TA0001:T1110, in sibling keys, in the tags of a rule, in a row or column of that tactic, in a list below its heading, or below its key.",
  defaultSeverity: 'information',
  judge: (context) => {
    const stated = context.statedTactics();
    return eachReference((resolved) => judge(resolved, context, stated))(context);
  },
  summarize: eachMessageOnceInInventories,
};

function judge(
  { reference, resolution }: Resolved,
  { document, knowledge: { attack } }: RuleContext,
  stated: StatedTactics,
): { readonly message: Message } | undefined {
  if (resolution.kind !== 'attack' || resolution.facts.status !== 'current' || reference.implied)
    return undefined;
  if (!isTechnique(reference) || isInSample(reference.place)) return undefined;
  const statement = stated.of(reference);
  const named = statement
    ? statement.tactics.flatMap((each) =>
        each.isName && !each.malformed ? [each.text] : attack.namesEver(each.id),
      )
    : tacticsOver(document, reference, attack);
  if (!named) return undefined;
  const { facts } = resolution;
  const own = attack.tacticsEver(reference.id);
  if (own.length === 0) return undefined;
  const names = facts.tactics.map((tactic) => attack.name(tactic));
  if (statement && hasMoved(statement, facts, attack))
    return {
      message: message(
        'In ATT&CK {0}, {1} {2} belongs to {3}.',
        newestOf(facts, attack),
        ...[reference.id, facts.name, listed(names)],
      ),
    };
  const ownNames = own.flatMap((tactic) => attack.namesEver(tactic));
  if (named.some((name) => ownNames.some((each) => tacticLetters(each) === tacticLetters(name))))
    return undefined;
  const said = statement ? statement.tactics.map((each) => attack.name(each.id)) : named;
  return {
    message: message(
      "{0} {1} isn't a technique of {2}. It belongs to {3}.",
      reference.id,
      facts.name,
      listed([...new Set(said)], 'or'),
      listed(names),
    ),
  };
}

function newestOf({ domains }: AttackFacts, attack: AttackTimeline): string {
  return attack.newest(domains[0]);
}

/** An earlier release had it in a stated tactic, and this one doesn't; a name of that release is `outdated-name`'s. */
function hasMoved({ tactics }: Statement, facts: AttackFacts, attack: AttackTimeline): boolean {
  const isNow = (id: string): boolean => facts.tactics.some((each) => each === id);
  const wasOnce = (id: string): boolean => attack.tacticsEver(facts.id).some((each) => each === id);
  if (tactics.some(({ id }) => isNow(id)) || !tactics.some(({ id }) => wasOnce(id))) return false;
  return tactics.every(
    (each) => !each.isName || tacticLetters(each.text) === tacticLetters(attack.name(each.id)),
  );
}

/** The tactics that the place stands under; undefined where it stands under none, or under something else as well. */
function tacticsOver(
  document: PolicyDocument,
  reference: Reference,
  attack: AttackTimeline,
): string[] | undefined {
  const { place } = reference;
  for (const text of labelsOf(document, reference, place)) {
    const named = tacticsNamed(text, attack);
    if (named && (isUnmistakable(text) || speaksOfAttack(document, place))) return named;
  }
  return undefined;
}

function labelsOf(document: PolicyDocument, { span }: Reference, place: Place): string[] {
  if (place.cell) return [place.cell.rowLabel, place.cell.header];
  if (place.keys.length > 0) return keyLabel(place, document, span);
  const [heading] = place.headings;
  return heading && startsItem(document, place.line, span.start) ? [heading.text] : [];
}

/** In `lateral-movement: [T1021.007]` and over a key `T1021.007:` the id is all that stands there. */
function keyLabel({ keys, line }: Place, document: PolicyDocument, { start, end }: Span): string[] {
  const { lines, text } = document;
  const before = text.slice(Math.max(lines.startOf(line), start - 40), start);
  const after = text.slice(end, Math.min(lines.endOf(line), end + 40));
  const isAlone = /(?:^\s*|[-:[,]\s*)["']?$/.test(before) && /^["']?\s*(?:$|[,\]:#])/.test(after);
  const key = keys.find(({ name }) => name !== '');
  return isAlone && key ? [key.name] : [];
}

function startsItem(document: PolicyDocument, line: number, start: number): boolean {
  return /^\s*(?:[-*+]|\d+[.)])[\s*_`[(]*$/.test(document.text.slice(document.lines.startOf(line), start));
}

/** `Lateral Movement` is a tactic; `Impact` and `Discovery` are headings of any report. */
function isUnmistakable(label: string): boolean {
  return /\bTA\d{4}\b|tactic|[a-z][\s_-]+[a-z]/i.test(
    label.replace(/\([^)]*\)|[^\p{L}\p{N}\s_-]/gu, ' ').trim(),
  );
}

function speaksOfAttack(document: PolicyDocument, { headings, cell, keys }: Place): boolean {
  const texts = [...headings.map(({ text }) => text), ...keys.map(({ name }) => name), cell?.header ?? ''];
  return texts.some((text) => speaksOf(labelMeaning(text, ATTACK))) || document.candidates.length > MANY;
}

function speaksOf({ isNamed, techniques }: LabelMeaning): boolean {
  return isNamed || techniques;
}

/** A document with this many ids is about them. */
const MANY = 200;
const MAX_LABEL = 160;

/** The tactics that a label names, where it names nothing else: `**Impact** (TA0040)`, `Execution / Persistence`. */
function tacticsNamed(label: string, attack: AttackTimeline): string[] | undefined {
  if (label.length > MAX_LABEL) return undefined;
  const ids = [...label.matchAll(/\bTA\d{4}\b/g)].map(([id]) => id).filter((id) => attack.has(id));
  if (ids.length > 0) return ids.flatMap((id) => attack.namesEver(id));
  const parts = label
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/[,;/+]|\s(?:and|or)\s/)
    .map((part) => part.replace(/^\s*tactics?\s*:/i, ''));
  const names = parts.map((part) => attack.tacticNamed(part));
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}
