import type { AttackChange, AttackDomain, AttackRecord } from '../../knowledge/records';
import type { State } from './delta';
import { changeBetween } from './delta';
import { DOMAINS } from './domain';
import type { Observation } from './release';
import type { Succession } from './successors';

/** What is known of one id, release after release. */
export interface Life {
  readonly latest: Observation;
  readonly domains: ReadonlySet<AttackDomain>;
  readonly state: State | undefined;
  readonly history: readonly AttackChange[];
}

export function observed(before: Life | undefined, observation: Observation): Life {
  if (!before) {
    return { latest: observation, domains: new Set(observation.domains), state: undefined, history: [] };
  }
  const domains = new Set([...before.domains, ...observation.domains]);
  return { ...before, domains, latest: keepLastKnown(before.latest, observation) };
}

/**
 * Publishers strip what they retire: a revoked technique loses its relations, and in a reduced file its
 * tactics and platforms too. That is no fact about it, so what was known last stands.
 */
function keepLastKnown(before: Observation, after: Observation): Observation {
  if (after.status === 'current') return after;
  const kept = (key: 'tactics' | 'platforms' | 'mitigations' | 'alternatives') =>
    after[key].length > 0 ? after[key] : before[key];
  return {
    ...after,
    tactics: kept('tactics'),
    platforms: kept('platforms'),
    mitigations: kept('mitigations'),
    alternatives: kept('alternatives'),
  };
}

/** The life with what this version changes in it. */
export function recorded(life: Life, succession: Succession, version: string): Life {
  const { name, status, tactics, platforms, mitigations } = life.latest;
  const state = { name, status, ...succession, tactics, platforms, mitigations };
  const change = changeBetween(life.state, state, version);
  return change ? { ...life, state, history: [...life.history, change] } : life;
}

export function toRecord({ latest, domains, history }: Life): AttackRecord {
  const { id, kind } = latest;
  return { id, kind, domains: DOMAINS.filter((domain) => domains.has(domain)), history };
}
