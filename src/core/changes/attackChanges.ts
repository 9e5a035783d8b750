import type { CanonicalId } from '../identifiers/grammar';
import type { AttackFacts, AttackTimeline } from '../knowledge/attack';
import { compareVersions } from '../knowledge/compareVersions';
import { listed, message, type Message } from '../text/message';

/** What a later release says otherwise of an ID. */
export type ChangeKind = 'revoked' | 'deprecated' | 'renamed' | 'moved';

/** A place that cites an ID; lines count from zero. */
export interface CitedPlace {
  readonly id: CanonicalId;
  readonly path: string;
  readonly line: number;
}

/** An ID that changed, with the places that cite it. */
export interface IdChange {
  readonly id: CanonicalId;
  /** In the earlier release. */
  readonly name: string;
  readonly kinds: readonly ChangeKind[];
  /** A sentence for each kind. */
  readonly messages: readonly Message[];
  /** By path, then by line; no line twice. */
  readonly places: readonly Omit<CitedPlace, 'id'>[];
}

/** What changed of ATT&CK between two releases, of all that some documents cite. */
export interface AttackChanges {
  readonly from: string;
  readonly to: string;
  /** In the order of IDs. */
  readonly changes: readonly IdChange[];
  /** How many IDs of ATT&CK the documents cite. */
  readonly cited: number;
  /** How many documents cite some that changed. */
  readonly documents: number;
}

/** Pairs of bundled releases: from the oldest to the newest first. */
export function releasePairs(attack: AttackTimeline): readonly (readonly [from: string, to: string])[] {
  const versions = attack.versions();
  const pairs = versions.flatMap((from) =>
    versions.filter((to) => compareVersions(from, to) < 0).map((to) => [from, to] as const),
  );
  const span = ([from, to]: readonly [string, string]): number =>
    versions.indexOf(to) - versions.indexOf(from);
  return pairs.sort((a, b) => span(b) - span(a) || compareVersions(b[1], a[1]));
}

/** What changed between two releases, the earlier one first, of the IDs that are cited. */
export function attackChanges(
  attack: AttackTimeline,
  places: Iterable<CitedPlace>,
  from: string,
  to: string,
): AttackChanges {
  const byId = new Map<CanonicalId, CitedPlace[]>();
  for (const place of places) {
    const known = byId.get(place.id);
    if (known) known.push(place);
    else byId.set(place.id, [place]);
  }
  const changes = [...byId]
    .flatMap(([id, own]) => changeOf(attack, id, from, to, own) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const documents = new Set(changes.flatMap((each) => each.places.map(({ path }) => path)));
  return { from, to, changes, cited: byId.size, documents: documents.size };
}

function changeOf(
  attack: AttackTimeline,
  id: CanonicalId,
  from: string,
  to: string,
  places: readonly CitedPlace[],
): IdChange | undefined {
  const [before, after] = [attack.at(id, from), attack.at(id, to)];
  if (!before || !after || before === after) return undefined;
  const found = [
    ended(attack, before, after),
    renamed(before, after),
    moved(attack, before, after, [from, to]),
  ];
  const told = found.filter((each) => each !== undefined);
  if (told.length === 0) return undefined;
  return {
    id,
    name: before.name,
    kinds: told.map(([kind]) => kind),
    messages: told.map(([, text]) => text),
    places: inOrder(places),
  };
}

type Told = readonly [ChangeKind, Message] | undefined;

function ended(attack: AttackTimeline, before: AttackFacts, after: AttackFacts): Told {
  const { status, successors, statusVersion } = after;
  if (status === before.status || status === 'current') return undefined;
  const instead = successors.map((each) => `${each} ${attack.name(each)}`);
  if (instead.length === 0)
    return [status, message('{0} in {1} without a successor.', WORDS[status], statusVersion)];
  return [status, message('{0} in {1}. Use {2}.', WORDS[status], statusVersion, listed(instead, 'or'))];
}

const WORDS = { revoked: 'Revoked', deprecated: 'Deprecated' } as const;

function renamed(before: AttackFacts, after: AttackFacts): Told {
  if (before.name === after.name) return undefined;
  return ['renamed', message('Renamed to {0}.', after.name)];
}

/** Of one that is still current: what its tactics were and are, by the names of either release. */
function moved(
  attack: AttackTimeline,
  before: AttackFacts,
  after: AttackFacts,
  [from, to]: readonly [string, string],
): Told {
  const isSame = before.tactics.join() === after.tactics.join();
  if (after.status !== 'current' || isSame) return undefined;
  const [old, now] = [
    before.tactics.map((id) => attack.name(id, from)),
    after.tactics.map((id) => attack.name(id, to)),
  ];
  return ['moved', message('Moved from {0} to {1}.', listed(old), listed(now))];
}

function inOrder(places: readonly CitedPlace[]): Omit<CitedPlace, 'id'>[] {
  const sorted = [...places].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return sorted
    .filter(({ path, line }, index) => path !== sorted[index - 1]?.path || line !== sorted[index - 1]?.line)
    .map(({ path, line }) => ({ path, line }));
}
