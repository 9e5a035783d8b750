import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { Range } from '../text/span';
import type { Votes } from '../analysis/citations';
import type { CoverageInput, Occurrence } from '../analysis/occurrences';

/** What several documents name and cite together. */
export interface CoverageSum {
  readonly documents: number;
  /** Sorted. */
  readonly paths: () => readonly string[];
  /** By id. */
  readonly techniques: ReadonlyMap<CanonicalId, Occurrences>;
  /** By key of the control. */
  readonly controls: ReadonlyMap<string, Occurrences>;
  readonly votes: Votes;
}

/** How often something is named. */
export interface Occurrences {
  readonly references: number;
  /** Made when asked for: of a workspace they are many, and numbers need none. */
  readonly places: () => readonly OccurrencePlace[];
}

/** Where something is named first in a document. */
export interface OccurrencePlace {
  readonly path: string;
  readonly range: Range;
}

/** The same for the same documents, in whatever order they come. */
export function sumOf(documents: readonly CoverageInput[]): CoverageSum {
  const sorted = [...documents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const techniques = new Map<CanonicalId, Found>();
  const controls = new Map<string, Found>();
  const votes = new Map<string, Map<EditionId, number>>();
  for (const document of sorted) {
    addAll(techniques, document.techniques, document.path);
    addAll(controls, document.controls, document.path);
    for (const [framework, own] of document.votes)
      for (const [edition, count] of own) addVotes(votes, framework, edition, count);
  }
  const paths = (): readonly string[] => sorted.map(({ path }) => path);
  return {
    documents: sorted.length,
    paths,
    techniques: occurrencesOf(techniques),
    controls: occurrencesOf(controls),
    votes,
  };
}

/** Adds to how many references speak of an edition. */
export function addVotes(
  votes: Map<string, Map<EditionId, number>>,
  framework: string,
  edition: EditionId,
  count: number,
): void {
  const own = votes.get(framework) ?? new Map<EditionId, number>();
  votes.set(framework, own.set(edition, (own.get(edition) ?? 0) + count));
}

interface Found {
  references: number;
  readonly places: OccurrencePlace[];
}

function addAll<K>(all: Map<K, Found>, occurrences: ReadonlyMap<K, Occurrence>, path: string): void {
  for (const [key, { count, range }] of occurrences) {
    const found = all.get(key) ?? { references: 0, places: [] };
    found.references += count;
    found.places.push({ path, range });
    all.set(key, found);
  }
}

function occurrencesOf<K>(all: ReadonlyMap<K, Found>): Map<K, Occurrences> {
  return new Map(
    [...all].map(([key, { references, places }]) => [key, { references, places: () => places }]),
  );
}

/** Of one thing that goes by several names: a document that has more than one of them counts as one place. */
export function together(all: readonly Occurrences[]): Occurrences {
  const [only] = all;
  if (only && all.length === 1) return only;
  const references = all.reduce((total, each) => total + each.references, 0);
  return { references, places: () => firstInEach(all.flatMap((each) => each.places())) };
}

/** By path, and of each path the first. */
export function firstInEach(places: readonly OccurrencePlace[]): OccurrencePlace[] {
  return [...places].sort(byPlace).filter(({ path }, at, sorted) => path !== sorted[at - 1]?.path);
}

function byPlace(a: OccurrencePlace, b: OccurrencePlace): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  const other = b.range.start;
  return a.range.start.line - other.line || a.range.start.character - other.character;
}
