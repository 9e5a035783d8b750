import type { AttackChange, AttackDomain, AttackRecord } from '../../core/knowledge/records';
import { byText, byVersion, groupBy } from '../values/order';
import type { State } from './delta';
import { changeBetween } from './delta';
import { DOMAINS } from './domain';
import { mergeDomains } from './merge';
import type { Observation, Release } from './release';
import type { Step } from './successors';
import { successionOf } from './successors';

/** What is known of an id so far. */
interface Life {
  readonly kind: AttackRecord['kind'];
  readonly domains: Set<AttackDomain>;
  readonly history: AttackChange[];
  state: State | undefined;
  latest: Observation;
}

/** The timeline of every id over all releases, sorted by id. */
export function buildTimeline(releases: readonly Release[]): AttackRecord[] {
  const lives = new Map<string, Life>();
  const ids = new Map(releases.flatMap((release) => [...release.ids]));
  const steps = new Map<string, readonly Step[]>();
  for (const [version, group] of inOrder(releases)) {
    for (const observation of mergeDomains(group).values()) observe(lives, observation);
    for (const [from, found] of stepsOf(group, ids)) steps.set(from, found);
    record(lives, steps, version);
  }
  return [...lives].sort(([a], [b]) => byText(a, b)).map(([id, life]) => toRecord(id, life));
}

function inOrder(releases: readonly Release[]): [string, Release[]][] {
  return [...groupBy(releases, ({ version }) => version)].sort(([a], [b]) => byVersion(a, b));
}

function observe(lives: Map<string, Life>, observation: Observation): void {
  const life = lives.get(observation.id);
  if (!life) {
    const { kind } = observation;
    const domains = new Set(observation.domains);
    lives.set(observation.id, { kind, domains, history: [], state: undefined, latest: observation });
    return;
  }
  for (const domain of observation.domains) life.domains.add(domain);
  life.latest = keepLastKnown(life.latest, observation);
}

/**
 * Publishers strip what they retire: a revoked technique loses its relations, and in a reduced file its
 * tactics and platforms too. That is no fact about it, so what was known last stands.
 */
function keepLastKnown(before: Observation, after: Observation): Observation {
  if (after.status === 'current') return after;
  const kept = (key: 'tactics' | 'platforms' | 'mitigations') =>
    after[key].length > 0 ? after[key] : before[key];
  return {
    ...after,
    tactics: kept('tactics'),
    platforms: kept('platforms'),
    mitigations: kept('mitigations'),
  };
}

/** By the id they start from. A step from or to an object that no release holds is left out. */
function stepsOf(releases: readonly Release[], ids: ReadonlyMap<string, string>): Map<string, Step[]> {
  const steps = releases
    .flatMap(({ revocations }) => revocations)
    .map(({ source, target, inferred }) => ({ from: ids.get(source), to: ids.get(target), inferred }))
    .filter((step): step is Step => step.from !== undefined && step.to !== undefined);
  return groupBy(steps, ({ from }) => from);
}

/** Successors are asked of all ids at once: the end of an old chain moves when its end is revoked. */
function record(
  lives: Map<string, Life>,
  steps: ReadonlyMap<string, readonly Step[]>,
  version: string,
): void {
  const stepsFrom = (id: string) =>
    lives.get(id)?.latest.status === 'revoked' ? (steps.get(id) ?? []).filter(({ to }) => lives.has(to)) : [];
  for (const [id, life] of lives) {
    const { ids: successors, inferred } = successionOf(id, stepsFrom);
    const { name, status, tactics, platforms, mitigations } = life.latest;
    const state = { name, status, successors, inferred, tactics, platforms, mitigations };
    const change = changeBetween(life.state, state, version);
    if (change) life.history.push(change);
    life.state = state;
  }
}

function toRecord(id: string, { kind, domains, history }: Life): AttackRecord {
  return { id, kind, domains: DOMAINS.filter((domain) => domains.has(domain)), history };
}
