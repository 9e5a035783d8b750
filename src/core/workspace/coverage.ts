import { coverageOf, type Coverage, type CoverageSettings } from '../features/coverage/coverage';
import type { CoverageInput, Mention } from '../features/coverage/input';
import { kindOf, type CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { controlSubject, type Subject } from '../resolution/subject';
import type { Range } from '../text/span';
import type { Located, WorkspaceIndex } from './workspaceIndex';

/** The coverage of all documents of a workspace; `pathOf` tells how a reader knows a document, by its URI. */
export function workspaceCoverage(
  index: WorkspaceIndex,
  knowledge: KnowledgeBase,
  settings: CoverageSettings,
  pathOf: (uri: string) => string,
): Coverage {
  const keys = keysOf(knowledge);
  const inputs = [...index.uris()].map((uri) => inputOf(pathOf(uri), index.referencesIn(uri), keys));
  return coverageOf(knowledge, inputs, settings);
}

/** The keys of the controls by their subjects. */
function keysOf({ ccm }: KnowledgeBase): ReadonlyMap<Subject, string> {
  return new Map([...ccm.controls].map(({ key }) => [controlSubject(ccm.key, key), key]));
}

/** The same as `coverageInput` takes from the analysis of the document. */
function inputOf(
  path: string,
  references: readonly Located[],
  keys: ReadonlyMap<Subject, string>,
): CoverageInput {
  const techniques = new Map<CanonicalId, Mention>();
  const controls = new Map<string, Mention>();
  const votes = new Map<EditionId, number>();
  for (const { meaning, certain, range } of references) {
    const { id, edition, subject } = meaning;
    if (certain && isTechnique(id)) count(techniques, id, range);
    if (certain && edition !== undefined) votes.set(edition, (votes.get(edition) ?? 0) + 1);
    const key = keys.get(subject);
    if (key !== undefined) count(controls, key, range);
  }
  return { path, techniques, controls, votes };
}

function isTechnique(id: CanonicalId): boolean {
  const { kind } = kindOf(id);
  return kind === 'technique' || kind === 'sub-technique';
}

function count<K>(mentions: Map<K, Mention>, key: K, range: Range): void {
  const known = mentions.get(key);
  mentions.set(key, known ? { ...known, count: known.count + 1 } : { count: 1, range });
}
