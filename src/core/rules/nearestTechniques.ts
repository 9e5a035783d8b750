import type { CanonicalId } from '../identifiers/grammar';
import type { AttackTimeline } from '../knowledge/attack';
import type { Reference } from '../recognition/reference';
import type { StatedTactics } from '../resolution/statedTactics';
import { holdersOf, sectionOf } from './nearness';
import type { RuleContext } from './rule';
import { isTechnique } from './summary';

/** The techniques that a document names with a tactic, in the smallest part of it that has any. */
export class NearestTechniques {
  private readonly stated = new Map<Reference, CanonicalId[]>();
  private byUnit: ReadonlyMap<string, ReadonlySet<CanonicalId>> | undefined;
  private readonly attack: AttackTimeline;

  constructor(
    private readonly context: RuleContext,
    stated: StatedTactics,
  ) {
    this.attack = context.knowledge.attack;
    for (const { reference } of context.resolved)
      for (const tactic of stated.of(reference)?.tactics ?? [])
        this.stated.set(tactic, [...(this.stated.get(tactic) ?? []), reference.id]);
  }

  /** Those that are stated to be of the tactic; else those nearby that are or were of it. */
  of(tactic: Reference): readonly CanonicalId[] {
    const stated = this.stated.get(tactic);
    if (stated) return stated;
    const byUnit = (this.byUnit ??= this.read());
    for (const unit of unitsOf(tactic)) {
      const own = [...(byUnit.get(unit) ?? [])].filter((id) =>
        this.attack.tacticsEver(id).includes(tactic.id),
      );
      if (own.length > 0) return own;
    }
    return [];
  }

  private read(): ReadonlyMap<string, ReadonlySet<CanonicalId>> {
    const byUnit = new Map<string, Set<CanonicalId>>();
    for (const { reference } of this.context.resolved)
      if (isTechnique(reference))
        for (const unit of unitsOf(reference))
          byUnit.set(unit, (byUnit.get(unit) ?? new Set()).add(reference.id));
    return byUnit;
  }
}

/** The parts of the document around a place, the smallest first. */
function unitsOf({ place }: Reference): string[] {
  const { line, cell, keys } = place;
  const row = cell ? [`row ${cell.row}`] : [];
  const holders = keys.length > 0 ? holdersOf(keys) : [`section ${sectionOf(place)}`];
  return [`line ${line}`, ...row, ...holders, 'document'];
}
