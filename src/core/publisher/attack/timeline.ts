import type { AttackRecord } from '../../knowledge/records';
import { compareVersions } from '../../knowledge/compareVersions';
import { byText, groupBy } from '../values/order';
import type { Life } from './life';
import { observed, recorded, toRecord } from './life';
import { mergeDomains } from './merge';
import type { Observation, Release } from './release';
import type { Step } from './successors';
import { successionOf } from './successors';

/** The timeline of every id over all releases, sorted by id. */
export function buildTimeline(releases: readonly Release[]): AttackRecord[] {
  const lives = new Map<string, Life>();
  const ids = new Map(releases.flatMap((release) => [...release.ids]));
  const steps = new Map<string, readonly Step[]>();
  for (const [version, group] of inOrder(releases)) {
    for (const observation of mergeDomains(group)) {
      lives.set(observation.id, observed(lives.get(observation.id), observation));
    }
    for (const [from, found] of stepsOf(group, ids)) steps.set(from, found);
    record(lives, steps, version);
  }
  return [...lives].sort(([a], [b]) => byText(a, b)).map(([, life]) => toRecord(life));
}

function inOrder(releases: readonly Release[]): [string, Release[]][] {
  return [...groupBy(releases, ({ version }) => version)].sort(([a], [b]) => compareVersions(a, b));
}

/** By the id they start from. A step from or to an object that no release holds is left out. */
function stepsOf(releases: readonly Release[], ids: ReadonlyMap<string, string>): Map<string, Step[]> {
  const steps = releases
    .flatMap(({ revocations }) => revocations)
    .map(({ source, target, inferred }) => ({ from: ids.get(source), to: ids.get(target), inferred }))
    .filter((step): step is Step => step.from !== undefined && step.to !== undefined);
  return groupBy(steps, ({ from }) => from);
}

/** Every id is asked, seen in this version or not: the end of an old chain moves when its end is revoked. */
function record(
  lives: Map<string, Life>,
  steps: ReadonlyMap<string, readonly Step[]>,
  version: string,
): void {
  const stepsFrom = (id: string) => {
    const latest = lives.get(id)?.latest;
    return latest ? stepsOutOf(latest, steps).filter(({ to }) => lives.has(to)) : [];
  };
  for (const [id, life] of lives) lives.set(id, recorded(life, successionOf(id, stepsFrom), version));
}

/** A revoked id leads to its successors, a deprecated one to what its own description says to use. */
function stepsOutOf(
  { id, status, alternatives }: Observation,
  steps: ReadonlyMap<string, readonly Step[]>,
): readonly Step[] {
  if (status === 'revoked') return steps.get(id) ?? [];
  return status === 'deprecated' ? alternatives.map((to) => ({ from: id, to, inferred: false })) : [];
}
