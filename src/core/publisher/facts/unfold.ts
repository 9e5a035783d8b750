import { AttackTimeline, type AttackFacts } from '../../knowledge/attack';
import { compareVersions } from '../../knowledge/compareVersions';
import type { AttackDomain, AttackFile, AttackRelease } from '../../knowledge/records';
import type { Observation, Release } from '../attack/release';
import type { Relationship } from '../attack/relationship';

/**
 * The releases that a timeline was put together from, as far as it remembers them: what each says of every object that
 * it has or follows. `buildTimeline` makes the same timeline of them again.
 * @param stixIds by ATT&CK ID, if they are known
 */
export function releasesOf(file: AttackFile, stixIds: ReadonlyMap<string, string> = new Map()): Release[] {
  const timeline = new AttackTimeline(file);
  return file.releases.map((release) => releaseOf(file, timeline, release, stixIds));
}

function releaseOf(
  { objects }: AttackFile,
  timeline: AttackTimeline,
  { domain, version, tactics }: AttackRelease,
  stixIds: ReadonlyMap<string, string>,
): Release {
  const facts = objects
    .filter((record) => record.domains.includes(domain) && hasBegun(timeline, record.id, version))
    .map(({ id }) => timeline.at(id, version))
    .filter((each) => each !== undefined);
  const stixId = (id: string): string => stixIds.get(id) ?? id;
  return {
    domain,
    version,
    date: '',
    file: `${domain}-attack-${version}`,
    tactics,
    observations: facts.map((each) => observationOf(each, stixId(each.id), domain)),
    ids: new Map(objects.map(({ id }) => [stixId(id), id])),
    revocations: facts.flatMap((each) => stepsOf(each, stixId)),
  };
}

function hasBegun(timeline: AttackTimeline, id: string, version: string): boolean {
  const [first] = timeline.history(id);
  return first !== undefined && compareVersions(first.version, version) <= 0;
}

function observationOf(facts: AttackFacts, stixId: string, domain: AttackDomain): Observation {
  const { id, kind, name, status, domains, platforms, tactics, mitigations, successors } = facts;
  return {
    ...{ id, kind, name, status, stixId, platforms, tactics, mitigations },
    domains: [domain, ...domains.filter((each) => each !== domain)],
    alternatives: status === 'deprecated' ? successors : [],
  };
}

function stepsOf(
  { id, status, successors, inferred }: AttackFacts,
  stixId: (id: string) => string,
): Relationship[] {
  if (status !== 'revoked') return [];
  return successors.map((to) => ({
    type: 'revoked-by' as const,
    source: stixId(id),
    target: stixId(to),
    inferred,
  }));
}
