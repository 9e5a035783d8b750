import type { CanonicalId } from '../identifiers/grammar';
import type { Subject } from '../resolution/subject';
import type { Meaning } from './facts';
import type { PackedFacts } from './packedFacts';

/** What is meant somewhere, and how often. */
export interface MeaningTally extends Meaning {
  readonly references: number;
  /** Those of them that are certain, and how many documents have such a one. */
  readonly certain: number;
  readonly certainDocuments: number;
}

/** A document as the index keeps it. */
export interface IndexedDocument {
  readonly uri: string;
  readonly facts: PackedFacts<Entry>;
}

/** A meaning with where it stands; shared by all documents that have it. */
export interface Entry extends MeaningTally {
  readonly documents: Set<IndexedDocument>;
  references: number;
  certain: number;
  certainDocuments: number;
  /** How many of the references declare it. */
  declarations: number;
}

/** All that documents mean by one subject. */
export interface Topic {
  readonly entries: Set<Entry>;
  /** How many have one of them. */
  documents: number;
}

/** The differences that a change of a document makes. */
export type Changes = Map<Entry, number>;

/** What the documents of a workspace mean: sums that follow each of them, so that nobody counts references anew. */
export class Entries {
  private readonly byKey = new Map<string, Entry>();
  private readonly topics = new Map<Subject, Topic>();
  private readonly byId = new Map<CanonicalId, Set<Entry>>();

  all(): Iterable<Entry> {
    return this.byKey.values();
  }

  subjects(): Iterable<Subject> {
    return this.topics.keys();
  }

  topic(subject: Subject): Topic | undefined {
    return this.topics.get(subject);
  }

  ofId(id: CanonicalId): Iterable<Entry> {
    return this.byId.get(id) ?? [];
  }

  /** The one of a meaning; it is kept once a document that has it is counted. */
  of({ subject, id, edition, status }: Meaning): Entry {
    const key = keyOf({ subject, id, edition, status });
    const known = this.byKey.get(key);
    if (known) return known;
    const counts = { references: 0, certain: 0, certainDocuments: 0, declarations: 0 };
    const entry: Entry = { subject, id, edition, status, documents: new Set(), ...counts };
    this.byKey.set(key, entry);
    const topic = this.topics.get(subject) ?? { entries: new Set(), documents: 0 };
    topic.entries.add(entry);
    this.topics.set(subject, topic);
    const named = this.byId.get(id);
    if (named) named.add(entry);
    else this.byId.set(id, new Set([entry]));
    return entry;
  }

  /** Adds (1) or takes away (-1) the references of a document; what nobody means any more is forgotten. */
  count(document: IndexedDocument, sign: 1 | -1, changes: Changes): void {
    const { facts } = document;
    const counts = facts.counts();
    const certain = facts.counts('certain');
    const declarations = facts.counts('declares');
    for (const [at, entry] of facts.meanings.entries()) {
      const difference = sign * (counts[at] ?? 0);
      entry.references += difference;
      entry.certain += sign * (certain[at] ?? 0);
      entry.certainDocuments += (certain[at] ?? 0) > 0 ? sign : 0;
      entry.declarations += sign * (declarations[at] ?? 0);
      changes.set(entry, (changes.get(entry) ?? 0) + difference);
    }
    for (const subject of new Set(facts.meanings.map((entry) => entry.subject))) {
      const topic = this.topics.get(subject);
      if (topic) topic.documents += sign;
    }
    for (const entry of facts.meanings) {
      if (sign > 0) entry.documents.add(document);
      else entry.documents.delete(document);
      if (entry.references === 0) this.forget(entry);
    }
  }

  private forget(entry: Entry): void {
    this.byKey.delete(keyOf(entry));
    const topic = this.topics.get(entry.subject);
    topic?.entries.delete(entry);
    if (topic?.entries.size === 0) this.topics.delete(entry.subject);
    const named = this.byId.get(entry.id);
    named?.delete(entry);
    if (named?.size === 0) this.byId.delete(entry.id);
  }
}

/** The same for meanings that are the same. */
export function keyOf({ subject, id, edition, status }: Meaning): string {
  return `${subject}\n${id}\n${edition ?? ''}\n${status}`;
}
