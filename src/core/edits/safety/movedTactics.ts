import type { Analysis } from '../../analysis/analysis';
import type { CanonicalId } from '../../identifiers/grammar';
import type { AttackTimeline } from '../../knowledge/attack';
import { heirsOf } from '../../knowledge/tacticHeirs';
import type { Reference } from '../../recognition/reference';
import type { RuleId } from '../../rules/rule';
import { isInSample } from '../../rules/samples';
import { Suppressions } from '../../rules/suppressions';
import type { Statement } from '../../resolution/statedTactics';
import { replaceIdAlone } from '../replaceId';
import { addedTactic } from './addTactic';
import type { Edits } from './repeats';

/** A tactic that a document states with techniques, of which some belong to another tactic by now. */
export interface MovedTactic {
  /** Every place of it in the statement; never empty. */
  readonly places: readonly Reference[];
  readonly statement: Statement;
  /** The techniques that belonged to it and no longer do. */
  readonly moved: readonly CanonicalId[];
  /** The tactics that would be true instead, itself among them if a technique still has it; empty if nothing tells. */
  readonly wanted: readonly CanonicalId[];
}

/** The stated tactics that an earlier release had right, and this one hasn't. In order of place. */
export function movedTactics({ document, statedTactics, knowledge: { attack } }: Analysis): MovedTactic[] {
  const suppressions = new Suppressions(document);
  const isSilenced = ({ place }: Reference): boolean =>
    isInSample(place) || TOLD_BY.some((rule) => suppressions.isSilenced(rule, place.line));
  const found = statedTactics
    .all()
    .flatMap((statement) => movedIn(statement, attack))
    .filter(({ places }) => !places.some(isSilenced));
  return found.sort((a, b) => startOf(a) - startOf(b));
}

function startOf({ places }: MovedTactic): number {
  return places[0]?.span.start ?? 0;
}

const TOLD_BY: readonly RuleId[] = ['tactic-mismatch', 'outdated-name'];

function movedIn(whole: Statement, attack: AttackTimeline): MovedTactic[] {
  const statement = {
    ...whole,
    techniques: whole.techniques.filter(({ certainty }) => certainty !== 'doubtful'),
  };
  const ids = new Set(statement.tactics.map(({ id }) => id));
  return [...ids].flatMap((id): MovedTactic[] => {
    const had = [...new Set(statement.techniques.map((each) => each.id))].filter((each) =>
      belonged(each, id, attack),
    );
    const moved = had.filter((each) => !tacticsNow(each, attack).includes(id));
    if (moved.length === 0) return [];
    const places = statement.tactics.filter((each) => each.id === id);
    return [{ places, statement, moved, wanted: wantedFor(id, had, moved, [...ids], attack) }];
  });
}

/** The technique, or one that it took the place of in a bundled release, was of the tactic. */
function belonged(technique: CanonicalId, tactic: CanonicalId, attack: AttackTimeline): boolean {
  const replaced = attack
    .predecessors(technique)
    .filter((each) => attack.at(each)?.statusOrEarlier === false);
  return [technique, ...replaced].some((each) => attack.tacticsEver(each).includes(tactic));
}

/** The tactics of a technique, of a revoked one those of the technique that took its place. */
export function tacticsNow(technique: CanonicalId, attack: AttackTimeline): readonly CanonicalId[] {
  const [successor, ...others] = attack.replacementsOf(technique);
  const current = successor !== undefined && others.length === 0 ? successor : technique;
  return attack.at(current)?.tactics ?? [];
}

/** The tactic itself if a technique still has it, and those split off it that the moved ones have now. */
function wantedFor(
  id: CanonicalId,
  had: readonly CanonicalId[],
  moved: readonly CanonicalId[],
  stated: readonly CanonicalId[],
  attack: AttackTimeline,
): readonly CanonicalId[] {
  const isNeeded = had.some((each) => tacticsNow(each, attack).includes(id));
  const heirs = heirsOf(id, attack).filter((heir) => heir !== id);
  const split = heirs.filter((heir) => moved.some((each) => tacticsNow(each, attack).includes(heir)));
  const wanted = [...(isNeeded ? [id] : []), ...split];
  if (wanted.length > 0 || stated.length > 1) return wanted;
  const [first = [], ...others] = moved.map((each) => tacticsNow(each, attack));
  const only = first.length === 1 ? first : [];
  return others.every((each) => each.length === 1 && each[0] === only[0]) ? only : [];
}

/** What makes the statement true; undefined if that can't be decided, or can't be written. */
export function movedTacticEdits(
  analysis: Analysis,
  { places, statement, wanted }: MovedTactic,
): Edits | undefined {
  const { document, knowledge } = analysis;
  const [first, ...more] = wanted;
  const [place] = places;
  if (first === undefined || !place) return undefined;
  const renamed = places.filter((each) => each.id !== first || each.isName);
  const replaced = renamed.flatMap((each) => replaceIdAlone(analysis, each, first));
  const missing = more.filter((id) => !statement.tactics.some((each) => each.id === id));
  const added = missing.map((id) => addedTactic(document, knowledge.attack, place, id));
  if (added.includes(undefined)) return undefined;
  return [...replaced, ...added.filter((edit) => edit !== undefined)].filter(
    ({ span, newText }) => document.text.slice(span.start, span.end) !== newText,
  );
}
