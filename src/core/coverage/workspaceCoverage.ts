import { coverageOfSum, type Coverage, type CoverageSettings } from './coverage';
import { addVotes, firstInEach, type CoverageSum, type MentionPlace, type Mentions } from './sum';
import { kindOf, type CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { controlSubject, type Subject } from '../resolution/subject';
import type { Meaning } from '../index/facts';
import type { WorkspaceIndex } from '../index/workspaceIndex';

/** How a reader is told a document, by its URI: `policies/access.md`. */
export type PathOf = (uri: string) => string;

/**
 * The coverage of all documents of a workspace. Its numbers are the sums that the index keeps; its places are looked up
 * when they are asked for.
 */
export function workspaceCoverage(
  index: WorkspaceIndex,
  knowledge: KnowledgeBase,
  settings: CoverageSettings,
  pathOf: PathOf,
): Coverage {
  return coverageOfSum(knowledge, sumOfIndex(index, pathOf), settings);
}

/** The same as `sumOf` makes of what `coverageInput` takes from the analyses of the documents. */
function sumOfIndex(index: WorkspaceIndex, pathOf: PathOf): CoverageSum {
  const techniques = new Map<CanonicalId, Mentions>();
  const controls = new Map<string, Mentions>();
  const votes = new Map<string, Map<EditionId, number>>();
  for (const meaning of index.meanings()) {
    const { id, edition, subject, references, certain } = meaning;
    if (edition !== undefined && certain > 0) addVotes(votes, kindOf(id).family, edition, certain);
    if (isTechnique(meaning) && certain > 0) {
      const known = techniques.get(id)?.references ?? 0;
      techniques.set(id, { references: known + certain, places: placesOf(index, subject, true, pathOf) });
    }
    const key = edition === undefined ? undefined : keyOfControl(kindOf(id).family, subject);
    if (key === undefined) continue;
    const known = controls.get(key)?.references ?? 0;
    controls.set(key, { references: known + references, places: placesOf(index, subject, false, pathOf) });
  }
  const paths = (): readonly string[] => [...index.uris()].map(pathOf).sort();
  return { documents: index.size, paths, techniques, controls, votes };
}

function placesOf(
  index: WorkspaceIndex,
  subject: Subject,
  onlyCertain: boolean,
  pathOf: PathOf,
): () => MentionPlace[] {
  return () =>
    firstInEach(
      index.firstReferencesTo(subject, onlyCertain).map(({ uri, range }) => ({ path: pathOf(uri), range })),
    );
}

/** The key of the control that a subject is; undefined for anything else. */
function keyOfControl(framework: string, subject: Subject): string | undefined {
  const head = controlSubject(framework, '');
  return subject.startsWith(head) ? subject.slice(head.length) : undefined;
}

function isTechnique({ id, edition }: Meaning): boolean {
  if (edition !== undefined) return false;
  const { kind } = kindOf(id);
  return kind === 'technique' || kind === 'sub-technique';
}
