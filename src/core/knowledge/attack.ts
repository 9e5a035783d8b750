import { canonicalId, kindOf, parentOf, type CanonicalId } from '../identifiers/grammar';
import { compareVersions } from './compareVersions';
import type {
  AttackChange,
  AttackDomain,
  AttackFile,
  AttackKind,
  AttackRecord,
  AttackRelease,
  AttackStatus,
} from './records';
import { tacticLetters } from './titles';

/** What ATT&CK says of one id in one version. */
export interface AttackFacts {
  readonly id: CanonicalId;
  readonly kind: AttackKind;
  readonly domains: readonly AttackDomain[];
  readonly name: string;
  readonly status: AttackStatus;
  /** The version that the status is known from. */
  readonly statusVersion: string;
  /** True where the status is as old as the oldest release at hand: it holds since that one or an earlier one. */
  readonly statusOrEarlier: boolean;
  /** Of a deprecated one: what MITRE says to use; several may apply. */
  readonly successors: readonly CanonicalId[];
  /** True where the successor was inferred from the name. */
  readonly inferred: boolean;
  readonly tactics: readonly CanonicalId[];
  readonly platforms: readonly string[];
  readonly mitigations: readonly CanonicalId[];
}

/**
 * ATT&CK as a timeline put together from several releases.
 * A version that no release has is answered by the newest release before it.
 */
export class AttackTimeline {
  private readonly records = new Map<string, AttackRecord>();
  private readonly facts = new Map<string, AttackFacts>();
  private readonly newestFacts = new Map<string, AttackFacts>();
  private readonly idsOfKinds = new Map<string, readonly CanonicalId[]>();
  private readonly everNames = new Map<string, readonly string[]>();
  private readonly everTactics = new Map<string, readonly CanonicalId[]>();
  private lazyPredecessors: ReadonlyMap<string, readonly CanonicalId[]> | undefined;
  private lazyNamed: ReadonlyMap<string, readonly CanonicalId[]> | undefined;
  private lazyTactics: ReadonlyMap<string, string> | undefined;
  private lazyChildren: ReadonlyMap<string, readonly CanonicalId[]> | undefined;
  readonly releases: readonly AttackRelease[];

  constructor(file: AttackFile) {
    this.releases = file.releases;
    for (const record of file.objects) this.records.set(record.id, record);
  }

  has(id: string): boolean {
    return this.records.has(id);
  }

  /** Every id of these kinds, sorted. */
  ids(...kinds: readonly AttackKind[]): readonly CanonicalId[] {
    return remembered(this.idsOfKinds, kinds.join(' '), () =>
      [...this.records.values()].filter(({ kind }) => kinds.includes(kind)).map(({ id }) => canonicalId(id)),
    );
  }

  /** The newest version at hand of a domain, enterprise unless told. */
  newest(domain: AttackDomain = 'enterprise'): string {
    return this.versions(domain).at(-1) ?? '';
  }

  /** Oldest first. */
  versions(domain: AttackDomain = 'enterprise'): string[] {
    return this.releases.filter((release) => release.domain === domain).map((release) => release.version);
  }

  /** The release that answers for a version: the newest one up to it, or else the oldest. */
  releaseOf(domain: AttackDomain, version?: string): AttackRelease | undefined {
    const own = this.releases.filter((release) => release.domain === domain);
    if (version === undefined) return own.at(-1);
    return own.findLast((release) => compareVersions(release.version, version) <= 0) ?? own[0];
  }

  /** Undefined where the id is unknown, or did not exist yet in that version. */
  at(id: string, version?: string): AttackFacts | undefined {
    if (version !== undefined) return this.factsAt(id, version);
    const known = this.newestFacts.get(id);
    if (known) return known;
    const facts = this.factsAt(id, undefined);
    if (facts) this.newestFacts.set(id, facts);
    return facts;
  }

  private factsAt(id: string, version: string | undefined): AttackFacts | undefined {
    const record = this.records.get(id);
    if (!record) return undefined;
    const known = this.historyUpTo(record, version);
    const last = known.at(-1);
    if (!last) return undefined;
    const key = `${id}@${last.version}`;
    const cached = this.facts.get(key);
    if (cached) return cached;
    const facts = this.fold(record, known);
    this.facts.set(key, facts);
    return facts;
  }

  /** Where the version is older than every release of the id's domain, the oldest release answers. */
  private historyUpTo(record: AttackRecord, version: string | undefined): readonly AttackChange[] {
    if (version === undefined) return record.history;
    const known = record.history.filter((change) => compareVersions(change.version, version) <= 0);
    const [first] = record.history;
    const isBeforeData = !record.domains.some(
      (domain) => compareVersions(this.versions(domain)[0] ?? '', version) <= 0,
    );
    return known.length === 0 && first && isBeforeData && this.isOldest(record, first.version)
      ? [first]
      : known;
  }

  /** The version in which the id first appears in the releases at hand, and whether it may be older than that. */
  since(id: string): { readonly version: string; readonly orEarlier: boolean } | undefined {
    const record = this.records.get(id);
    const first = record?.history[0];
    return record && first && { version: first.version, orEarlier: this.isOldest(record, first.version) };
  }

  /** What changed in each release, oldest first; the first entry is complete. Empty if the ID is unknown. */
  history(id: string): readonly AttackChange[] {
    return this.records.get(id)?.history ?? [];
  }

  /** Techniques that were revoked in favor of this one, sorted. */
  predecessors(id: string): readonly CanonicalId[] {
    this.lazyPredecessors ??= this.group((record) => this.replacementsOf(record.id));
    return this.lazyPredecessors.get(id) ?? [];
  }

  /** What a revoked id was replaced by: its mappings are those of its successors. Those of a deprecated one are not. */
  replacementsOf(id: string): readonly CanonicalId[] {
    const facts = this.at(id);
    return facts?.status === 'revoked' ? facts.successors : [];
  }

  /** The sub-techniques of a technique, in any status, sorted. */
  subTechniques(id: string): readonly CanonicalId[] {
    this.lazyChildren ??= this.group((record) =>
      record.kind === 'sub-technique' ? [parentOf(canonicalId(record.id))] : [],
    );
    return this.lazyChildren.get(id) ?? [];
  }

  /** Every tactic that a technique has or had. */
  tacticsEver(id: string): readonly CanonicalId[] {
    return remembered(this.everTactics, id, () =>
      [...new Set(this.history(id).flatMap(({ tactics }) => tactics ?? []))].map(canonicalId),
    );
  }

  /** Every name that an object has or had. */
  namesEver(id: string): readonly string[] {
    return remembered(this.everNames, id, () => [
      ...new Set(this.history(id).flatMap(({ name }) => name ?? [])),
    ]);
  }

  /** The name of the tactic, in any domain and release, whose letters these are: `lateralmovement`. */
  tacticNamed(written: string): string | undefined {
    this.lazyTactics ??= new Map(
      this.ids('tactic')
        .flatMap((id) => this.namesEver(id))
        .map((name) => [tacticLetters(name), name]),
    );
    return this.lazyTactics.get(tacticLetters(written));
  }

  /** Current techniques whose name, or name behind their parent's (`Remote Services: SSH`), has these letters. */
  techniquesNamed(name: string): readonly CanonicalId[] {
    this.lazyNamed ??= this.techniquesByName();
    return this.lazyNamed.get(name.toLowerCase().replace(/[^a-z0-9]+/g, '')) ?? [];
  }

  private techniquesByName(): ReadonlyMap<string, readonly CanonicalId[]> {
    const named = new Map<string, CanonicalId[]>();
    for (const id of this.ids('technique', 'sub-technique')) {
      if (this.at(id)?.status !== 'current') continue;
      const parent = parentOf(id) === id ? '' : this.name(parentOf(id));
      for (const name of new Set([this.name(id), parent + this.name(id)])) {
        const letters = name.toLowerCase().replace(/[^a-z0-9]+/g, '');
        named.set(letters, [...(named.get(letters) ?? []), id]);
      }
    }
    return named;
  }

  /** The version that gave an object the name that it has now. */
  nameSince(id: string): string | undefined {
    return this.records.get(id)?.history.findLast(({ name }) => name !== undefined)?.version;
  }

  /** The name of a tactic, technique or mitigation as of a version; the id itself where it is unknown. */
  name(id: string, version?: string): string {
    return (this.at(id, version) ?? this.at(id))?.name ?? id;
  }

  /** The name of one of a technique's tactics in the release that its facts are of: the last that had it as current. */
  tacticNameOf(
    { status, statusVersion, domains }: AttackFacts,
    tactic: CanonicalId,
    version?: string,
  ): string {
    if (status === 'current') return this.name(tactic, version);
    const before = domains
      .flatMap((domain) => this.versions(domain))
      .findLast((each) => compareVersions(each, statusVersion) < 0);
    return this.name(tactic, before ?? statusVersion);
  }

  /** The domain that most of the IDs are of, enterprise where there are none. */
  mainDomain(ids: readonly CanonicalId[]): AttackDomain {
    const counts = new Map<AttackDomain, number>();
    for (const id of ids)
      for (const domain of this.at(parentOf(id))?.domains ?? [])
        counts.set(domain, (counts.get(domain) ?? 0) + 1);
    const enterprise = counts.get('enterprise') ?? 0;
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most && most[1] > enterprise ? most[0] : 'enterprise';
  }

  /**
   * True where the id does not exist in the releases at hand but its number lies just past the last one that does:
   * a newer release than ours may have it.
   */
  mayBeNewer(id: CanonicalId): boolean {
    if (this.has(id)) return false;
    const kind = kindOf(id).kind;
    if (kind === 'sub-technique') return this.mayBeNewerChild(id);
    const number = this.numberOf(id);
    return this.lastNumbers(kind as AttackKind).some(
      (last) => number > last && number <= last + NEWER_OBJECTS,
    );
  }

  /** The highest number of the current ids of a kind, for each domain. */
  private lastNumbers(kind: AttackKind): readonly number[] {
    const last = new Map<AttackDomain, number>();
    for (const id of this.ids(kind)) {
      const facts = this.at(id);
      if (facts?.status !== 'current') continue;
      for (const domain of facts.domains)
        last.set(domain, Math.max(last.get(domain) ?? 0, this.numberOf(id)));
    }
    return [...last.values()];
  }

  private mayBeNewerChild(id: CanonicalId): boolean {
    const parent = parentOf(id);
    if (!this.has(parent)) return this.mayBeNewer(parent);
    if (this.at(parent)?.status !== 'current') return false;
    const numbers = this.subTechniques(parent).map((child) => Number(child.slice(-3)));
    const number = Number(id.slice(-3));
    const last = Math.max(0, ...numbers);
    return number > last && number <= last + NEWER_SUB_TECHNIQUES;
  }

  private numberOf(id: string): number {
    return Number(/\d{4}/.exec(id)?.[0] ?? 0);
  }

  private isOldest(record: AttackRecord, version: string): boolean {
    return record.domains.some((domain) => this.versions(domain)[0] === version);
  }

  private fold(record: AttackRecord, history: readonly AttackChange[]): AttackFacts {
    const state: AttackChange = Object.assign({}, ...history) as AttackChange;
    const statusVersion = history.findLast((change) => change.status !== undefined)?.version ?? state.version;
    return {
      id: canonicalId(record.id),
      kind: record.kind,
      domains: record.domains,
      name: state.name ?? record.id,
      status: state.status ?? 'current',
      statusVersion,
      statusOrEarlier: this.isOldest(record, statusVersion),
      successors: (state.successors ?? []).map(canonicalId),
      inferred: state.inferred ?? false,
      tactics: (state.tactics ?? []).map(canonicalId),
      platforms: state.platforms ?? [],
      mitigations: (state.mitigations ?? []).map(canonicalId),
    };
  }

  private group(
    keysOf: (record: AttackRecord) => readonly string[],
  ): ReadonlyMap<string, readonly CanonicalId[]> {
    const groups = new Map<string, CanonicalId[]>();
    for (const record of this.records.values()) {
      for (const key of keysOf(record)) {
        const group = groups.get(key);
        if (group) group.push(canonicalId(record.id));
        else groups.set(key, [canonicalId(record.id)]);
      }
    }
    return groups;
  }
}

function remembered<V>(known: Map<string, V>, id: string, read: () => V): V {
  const value = known.get(id) ?? read();
  known.set(id, value);
  return value;
}

/** A yearly release brings a few dozen techniques, and a technique rarely gains more than a handful of children. */
const NEWER_OBJECTS = 100;
const NEWER_SUB_TECHNIQUES = 5;
