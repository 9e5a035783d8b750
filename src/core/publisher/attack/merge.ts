import type { AttackDomain } from '../../knowledge/records';
import { groupBy } from '../values/order';
import { DOMAINS, byDomain } from './domain';
import type { Observation, Release } from './release';

interface Sighting {
  readonly domain: AttackDomain;
  readonly observation: Observation;
}

/**
 * What the bundles of one version say together, by id. Where they disagree a current object beats a retired
 * one, then enterprise beats mobile beats ICS. An id that two domains gave to different things (S0017) keeps
 * the domains of the winner alone.
 */
export function mergeDomains(releases: readonly Release[]): Observation[] {
  const sightings = releases.flatMap(({ domain, observations }) =>
    observations.map((observation): Sighting => ({ domain, observation })),
  );
  const byId = groupBy(sightings, ({ observation }) => observation.id);
  return [...byId.values()].flatMap(mergeSightings);
}

function mergeSightings(sightings: readonly Sighting[]): Observation[] {
  const [best] = [...sightings].sort(byWeight);
  if (!best) return [];
  const domains = new Set<AttackDomain>();
  for (const { domain, observation } of sightings) {
    if (observation.stixId !== best.observation.stixId) continue;
    domains.add(domain);
    for (const other of observation.domains) domains.add(other);
  }
  return [{ ...best.observation, domains: DOMAINS.filter((domain) => domains.has(domain)) }];
}

function byWeight(a: Sighting, b: Sighting): number {
  return weight(a.observation) - weight(b.observation) || byDomain(a.domain, b.domain);
}

function weight({ status }: Observation): number {
  return status === 'current' ? 0 : 1;
}
