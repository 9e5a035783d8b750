import type { CoverageInput, Mention } from '../../features/coverage/input';
import type { CanonicalId } from '../../identifiers/grammar';
import type { EditionId } from '../../knowledge/framework';
import type { Meaning } from '../facts';
import type { WorkspaceIndex } from '../workspaceIndex';
import { isTechnique, keyOfControl } from './subjects';

/** How often documents mean something. */
export interface Tally {
  readonly references: number;
  /** Those of them that are certain, and how many documents have such a one. */
  readonly certain: number;
  readonly certainDocuments: number;
}

/** What one document means and how often: pairs of numbers, all references and the certain ones. */
interface DocumentTally {
  readonly meanings: readonly Meaning[];
  readonly counts: Uint32Array;
}

/**
 * How often a workspace means what: sums that follow each document, so that a tree and its coverage take no time in
 * proportion to the references.
 */
export class Tallies {
  private readonly documents = new Map<string, DocumentTally>();
  private readonly totals = new Map<Meaning, { -readonly [K in keyof Tally]: Tally[K] }>();

  entries(): Iterable<readonly [Meaning, Tally]> {
    return this.totals;
  }

  /** Documents that are not counted yet, or are gone. */
  outdated(index: WorkspaceIndex): string[] {
    const gone = [...this.documents.keys()].filter((uri) => !index.has(uri));
    return [...gone, ...[...index.uris()].filter((uri) => !this.documents.has(uri))];
  }

  /** To be called for each document that changed, came or went. */
  update(index: WorkspaceIndex, uri: string): void {
    const old = this.documents.get(uri);
    const document = index.has(uri) ? tallyOf(index, uri) : undefined;
    if (document) this.documents.set(uri, document);
    else this.documents.delete(uri);
    if (document) this.add(document, 1);
    if (old) this.add(old, -1);
  }

  private add({ meanings, counts }: DocumentTally, sign: 1 | -1): void {
    for (const [at, meaning] of meanings.entries()) {
      const total = this.totals.get(meaning) ?? { references: 0, certain: 0, certainDocuments: 0 };
      const certain = counts[2 * at + 1] ?? 0;
      total.references += sign * (counts[2 * at] ?? 0);
      total.certain += sign * certain;
      total.certainDocuments += certain > 0 ? sign : 0;
      if (total.references === 0) this.totals.delete(meaning);
      else this.totals.set(meaning, total);
    }
  }
}

function tallyOf(index: WorkspaceIndex, uri: string): DocumentTally {
  const rows = new Map<Meaning, number>();
  const references = index.referencesIn(uri);
  for (const { meaning } of references) if (!rows.has(meaning)) rows.set(meaning, rows.size);
  const counts = new Uint32Array(2 * rows.size);
  for (const { meaning, certain } of references) {
    const at = 2 * (rows.get(meaning) ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
    if (certain) counts[at + 1] = (counts[at + 1] ?? 0) + 1;
  }
  return { meanings: [...rows.keys()], counts };
}

/** The whole workspace as coverage takes a document; its places mean nothing. */
export function coverageInputOf(tallies: Tallies, framework: string): CoverageInput {
  const techniques = new Map<CanonicalId, Mention>();
  const controls = new Map<string, Mention>();
  const votes = new Map<EditionId, number>();
  for (const [meaning, { references, certain }] of tallies.entries()) {
    if (isTechnique(meaning) && certain > 0) count(techniques, meaning.id, certain);
    if (meaning.edition === undefined) continue;
    const key = keyOfControl(framework, meaning.subject);
    if (key !== undefined) count(controls, key, references);
    if (certain > 0) votes.set(meaning.edition, (votes.get(meaning.edition) ?? 0) + certain);
  }
  return { path: '', techniques, controls, votes };
}

const START = { line: 0, character: 0 };
const NOWHERE = { start: START, end: START };

function count<K>(mentions: Map<K, Mention>, key: K, more: number): void {
  mentions.set(key, { count: (mentions.get(key)?.count ?? 0) + more, range: NOWHERE });
}
