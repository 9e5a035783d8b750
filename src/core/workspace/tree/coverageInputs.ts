import type { CoverageInput, Mention } from '../../features/coverage/input';
import type { CanonicalId } from '../../identifiers/grammar';
import type { EditionId } from '../../knowledge/framework';
import type { Range } from '../../text/span';
import type { Located, WorkspaceIndex } from '../workspaceIndex';
import { isTechnique, keyOfControl } from './subjects';

/** What coverage takes of each document of an index: made once for each until it changes. */
export class CoverageInputs {
  private readonly inputs = new Map<string, CoverageInput>();

  constructor(private readonly framework: string) {}

  /** To be called for each document that changed, came or went. */
  forget(uri: string): void {
    this.inputs.delete(uri);
  }

  /** Those that are not made yet. */
  missing(index: WorkspaceIndex): string[] {
    return [...index.uris()].filter((uri) => !this.inputs.has(uri));
  }

  make(index: WorkspaceIndex, uri: string): void {
    this.inputs.set(uri, coverageInputOf(uri, index.referencesIn(uri), this.framework));
  }

  /** Of every document of the index, by URI; makes what is missing. */
  all(index: WorkspaceIndex): CoverageInput[] {
    for (const uri of this.inputs.keys()) if (!index.has(uri)) this.inputs.delete(uri);
    for (const uri of this.missing(index)) this.make(index, uri);
    return [...this.inputs.values()];
  }
}

/** The same that `coverageInput` takes of the analysis, out of what the index keeps. */
export function coverageInputOf(
  path: string,
  references: readonly Located[],
  framework: string,
): CoverageInput {
  const techniques = new Map<CanonicalId, Tally>();
  const controls = new Map<string, Tally>();
  const votes = new Map<EditionId, number>();
  for (const { meaning, certain, range } of references) {
    if (certain && isTechnique(meaning)) count(techniques, meaning.id, range);
    if (meaning.edition === undefined) continue;
    const key = keyOfControl(framework, meaning.subject);
    if (key !== undefined) count(controls, key, range);
    if (certain) votes.set(meaning.edition, (votes.get(meaning.edition) ?? 0) + 1);
  }
  return { path, techniques, controls, votes };
}

interface Tally extends Mention {
  count: number;
}

function count<K>(tallies: Map<K, Tally>, key: K, range: Range): void {
  const tally = tallies.get(key);
  if (tally) tally.count++;
  else tallies.set(key, { count: 1, range });
}
