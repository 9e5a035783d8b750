import { ATTACK, kindOf, type CanonicalId } from '../identifiers/grammar';
import type { Subject } from '../resolution/subject';
import type { Meaning, ReferenceFact } from './facts';
import { Entries, keyOf, type Changes, type Entry, type IndexedDocument, type MeaningTally } from './entries';
import { PackedFacts } from './packedFacts';

/** A reference of the workspace. */
export interface Located extends ReferenceFact {
  readonly uri: string;
}

/** Where a document names something first. */
export type FirstPlace = Pick<Located, 'uri' | 'range'>;

/** A subject that the workspace names. */
export interface SubjectSummary {
  readonly subject: Subject;
  /** How documents number it, with how it stands there; the most frequent first. Never empty. */
  readonly meanings: readonly Meaning[];
  readonly references: number;
  readonly documents: number;
}

/** A document with at least one reference. */
export interface DocumentSummary {
  readonly uri: string;
  readonly references: number;
}

/** What a change of one document did. */
export interface IndexChange {
  readonly uri: string;
  /** Subjects that it names more (positive) or less often or otherwise (0) than before; none where all only moved. */
  readonly subjects: ReadonlyMap<Subject, number>;
}

/**
 * Who names what in a workspace. It keeps numbers, no texts; `set` and `remove` take time in proportion to their
 * document, and leave what a rebuild would give. Documents are told apart by their URI as a text.
 */
export class WorkspaceIndex {
  private readonly documentByUri = new Map<string, IndexedDocument>();
  private readonly entries = new Entries();
  private readonly listeners = new Set<(change: IndexChange) => void>();
  private total = 0;
  private changes = 0;

  /** How many documents it knows, those without a reference among them. */
  get size(): number {
    return this.documentByUri.size;
  }

  /** Another number after every change. */
  get version(): number {
    return this.changes;
  }

  get references(): number {
    return this.total;
  }

  has(uri: string): boolean {
    return this.documentByUri.has(uri);
  }

  uris(): Iterable<string> {
    return this.documentByUri.keys();
  }

  /** Puts a document in, or what it says now in place of what it said. */
  set(uri: string, facts: readonly ReferenceFact[]): void {
    const old = this.documentByUri.get(uri);
    const document = this.pack(uri, facts);
    if (old?.facts.equals(document.facts)) return;
    const changes: Changes = new Map();
    this.documentByUri.set(uri, document);
    this.count(document, 1, changes);
    if (old) this.count(old, -1, changes);
    this.tell(uri, changes);
  }

  remove(uri: string): void {
    const old = this.documentByUri.get(uri);
    if (!old) return;
    const changes: Changes = new Map();
    this.documentByUri.delete(uri);
    this.count(old, -1, changes);
    this.tell(uri, changes);
  }

  clear(): void {
    for (const uri of this.documentByUri.keys()) this.remove(uri);
  }

  /** Called after each change; gives back what ends it. */
  onChange(listener: (change: IndexChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Every reference to a subject, whatever its documents number it; by URI, then by place. */
  referencesTo(subject: Subject): Located[] {
    const found: Located[] = [];
    for (const entry of this.entries.topic(subject)?.entries ?? []) {
      for (const { uri, facts } of entry.documents) {
        for (const row of facts.rowsOf(entry)) found.push({ uri, meaning: entry, ...facts.at(row) });
      }
    }
    return found.sort(byPlace);
  }

  /** Whether a document declares the subject. */
  isDeclared(subject: Subject): boolean {
    return [...(this.entries.topic(subject)?.entries ?? [])].some(({ declarations }) => declarations > 0);
  }

  /** How many documents certainly name one of the subjects. */
  certainDocuments(subjects: readonly Subject[]): number {
    const entries = subjects.flatMap((subject) => [...(this.entries.topic(subject)?.entries ?? [])]);
    if (entries.length === 1) return entries[0]?.certainDocuments ?? 0; // nearly always
    const documents = new Set<IndexedDocument>();
    for (const entry of entries) {
      const isSure = entry.certainDocuments === entry.documents.size;
      for (const document of entry.documents)
        if (isSure || document.facts.firstRowOf(entry, true) !== undefined) documents.add(document);
    }
    return documents.size;
  }

  /** The first reference of each document to a subject, or its first certain one; in no order. */
  firstReferencesTo(subject: Subject, onlyCertain: boolean): FirstPlace[] {
    const first = new Map<IndexedDocument, number>();
    for (const entry of this.entries.topic(subject)?.entries ?? []) {
      for (const document of entry.documents) {
        const row = document.facts.firstRowOf(entry, onlyCertain);
        if (row !== undefined && row < (first.get(document) ?? Infinity)) first.set(document, row);
      }
    }
    return [...first].map(([{ uri, facts }, row]) => ({ uri, range: facts.at(row).range }));
  }

  /** The references of one document, in order of place. */
  referencesIn(uri: string): Located[] {
    const facts = this.documentByUri.get(uri)?.facts;
    const found: Located[] = [];
    if (!facts) return found;
    for (let row = 0; row < facts.count; row++) {
      const meaning = facts.meaningAt(row);
      if (meaning) found.push({ uri, meaning, ...facts.at(row) });
    }
    return found;
  }

  /** What documents mean by an id; more than one where editions differ. */
  subjectsNamed(id: CanonicalId): Subject[] {
    return [...new Set([...this.entries.ofId(id)].map(({ subject }) => subject))];
  }

  /** In no order. */
  subjects(): SubjectSummary[] {
    return [...this.entries.subjects()].flatMap((subject) => this.subject(subject) ?? []);
  }

  subject(subject: Subject): SubjectSummary | undefined {
    const topic = this.entries.topic(subject);
    if (!topic) return undefined;
    const entries = [...topic.entries];
    entries.sort((a, b) => b.references - a.references || (keyOf(a) < keyOf(b) ? -1 : 1));
    return { subject, meanings: entries, references: sumOf(entries), documents: topic.documents };
  }

  /** Documents with references, in the order that they came. */
  documents(): DocumentSummary[] {
    return [...this.documentByUri.values()]
      .filter(({ facts }) => facts.count > 0)
      .map(({ uri, facts }) => ({ uri, references: facts.count }));
  }

  /** All that is meant, and how often; in no order. */
  meanings(): Iterable<MeaningTally> {
    return this.entries.all();
  }

  /** The documents that cite a control, whether certainly or likely; in no order. */
  controlDocuments(): Set<string> {
    const uris = new Set<string>();
    for (const { id, documents } of this.entries.all())
      if (kindOf(id).family !== ATTACK) for (const { uri } of documents) uris.add(uri);
    return uris;
  }

  private pack(uri: string, facts: readonly ReferenceFact[]): IndexedDocument {
    const indexes = new Map<Entry, number>();
    const known = new Map<Meaning, number>(); // facts share their meanings
    const rows = facts.map(({ meaning }) => {
      const same = known.get(meaning);
      if (same !== undefined) return same;
      const entry = this.entries.of(meaning);
      const index = indexes.get(entry) ?? indexes.size;
      indexes.set(entry, index);
      known.set(meaning, index);
      return index;
    });
    return { uri, facts: new PackedFacts(facts, [...indexes.keys()], rows) };
  }

  private count(document: IndexedDocument, sign: 1 | -1, changes: Changes): void {
    this.changes++;
    this.total += sign * document.facts.count;
    this.entries.count(document, sign, changes);
  }

  private tell(uri: string, changes: Changes): void {
    const subjects = new Map<Subject, number>();
    for (const [{ subject }, difference] of changes)
      if (difference !== 0) subjects.set(subject, (subjects.get(subject) ?? 0) + difference);
    for (const listener of this.listeners) listener({ uri, subjects });
  }
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { references }) => sum + references, 0);
}

function byPlace(a: Located, b: Located): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  const { start } = a.range;
  const other = b.range.start;
  return start.line - other.line || start.character - other.character;
}
