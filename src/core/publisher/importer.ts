import { frameworkDescriptor } from '../frameworks/registry';
import { shardOf, SHARDS, type ImportedSource, type TextShard } from '../knowledge/publisherTexts';
import type { FrameworkFile } from '../knowledge/records';
import { success, type Result } from '../text/result';
import type { Steps } from '../text/steps';
import { buildAttackFile } from './attack/file';
import { changesBetween, type FactChanges } from './facts/changes';
import { controlKeys, joinRows, mergeFacts, type FactFiles, type SourceFacts } from './facts/merge';
import { aboutMapping, aboutRelease } from './read/about';
import { frameworkName } from './read/frameworkNames';
import {
  readPublisherFile,
  type KnownMapping,
  type PublisherFile,
  type UnknownMapping,
} from './read/readFile';
import { firstSentence } from './texts/sentence';
import { within } from './values/results';

/** A file to be written, below the folder of its source or that of the merged facts. */
export interface OutputFile {
  readonly name: string;
  readonly text: string;
}

/** A source of which the facts are known, if it has any. */
export interface KeptSource {
  readonly source: ImportedSource;
  readonly facts: SourceFacts | undefined;
}

/** What the caller knows of a file. */
export interface FileIdentity {
  readonly name: string;
  /** What the folder of the source is called, if it becomes one. */
  readonly id: string;
  readonly sha256: string;
}

export type Taken =
  | { readonly kind: 'source'; readonly source: ImportedSource; readonly files: readonly OutputFile[] }
  | { readonly kind: 'skipped'; readonly why: string };

/** What an import leaves behind. */
export interface Imported {
  readonly sources: readonly ImportedSource[];
  /** Those files of facts that differ from the bundled ones. */
  readonly merged: readonly OutputFile[];
  readonly changes: FactChanges;
}

export const FACTS_NAME = 'facts.json';
export const SENTENCES_NAME = 'sentences.json';

export function shardName(shard: number): string {
  return `${String(shard).padStart(2, '0')}.json`;
}

/** Takes publishers' files one after the other, each as a whole or not at all, and then merges what they say. */
export class Importer {
  private readonly kept: Map<string, KeptSource>;

  constructor(
    private readonly bundled: FactFiles,
    private readonly earlier: readonly KeptSource[],
  ) {
    this.kept = new Map(earlier.map((each) => [each.source.key, each]));
  }

  *take(file: FileIdentity, bytes: Uint8Array): Steps<Result<Taken>> {
    const read = within(file.name, yield* readPublisherFile(file.name, bytes));
    if (!read.ok) return read;
    const made = within(file.name, this.made(file, read.value));
    if (!made.ok || 'why' in made.value)
      return made.ok ? success({ kind: 'skipped', why: 'why' in made.value ? made.value.why : '' }) : made;
    const { source, facts, shards, sentences } = made.value;
    const newer = this.kept.get(source.key);
    if (source.kind === 'mapping' && newer !== undefined && newer.source.date > source.date)
      return success({ kind: 'skipped', why: `is older than ${newer.source.file}` });
    this.kept.set(source.key, { source, facts });
    return success({
      kind: 'source',
      source,
      files: [
        ...(facts ? [{ name: FACTS_NAME, text: JSON.stringify(facts) }] : []),
        ...(sentences ? [{ name: SENTENCES_NAME, text: JSON.stringify(sentences) }] : []),
        ...shards.map((shard, index) => ({ name: shardName(index), text: JSON.stringify(shard) })),
      ],
    });
  }

  /** The facts of all that was taken, and of what was imported earlier. */
  finish(): Result<Imported> {
    const before = mergeFacts(this.bundled, factsOf(this.earlier));
    if (!before.ok) return before;
    const kept = [...this.kept.values()];
    const after = mergeFacts(this.bundled, factsOf(kept));
    if (!after.ok) return after;
    return success({
      sources: kept.map(({ source }) => source),
      merged: mergedFiles(this.bundled, after.value),
      changes: changesBetween(before.value, after.value),
    });
  }

  private made(file: FileIdentity, read: PublisherFile): Result<Made | Skipped> {
    switch (read.kind) {
      case 'skipped':
        return success(read);
      case 'attack':
        return madeOfRelease(file, read);
      case 'mapping':
        return this.madeOfMapping(file, read);
      case 'other-mapping':
        return success(madeOfOther(file, read));
    }
  }

  private madeOfMapping(identity: FileIdentity, read: KnownMapping): Result<Made | Skipped> {
    const { spec, mapping, rows } = read;
    const { source } = mapping;
    const file = this.bundled.frameworks.find(({ framework }) => framework.key === spec.record.key);
    if (!file) return success({ kind: 'skipped', why: `is about ${spec.record.name}, which isn't bundled` });
    const joined = joinRows(mapping.rows, file);
    if (!joined.ok) return success({ kind: 'skipped', why: `doesn't fit: ${joined.failure.message}` });
    const texts = keyed(read, file).filter(({ comment, references }) => comment ?? references);
    const { unmappable } = mapping;
    return success({
      source: {
        ...sourceOf(identity, aboutMapping(file.framework.name, source.publisher, source)),
        key: `mapping ${spec.record.key} ${source.attackDomain}`,
        kind: 'mapping',
        attackVersion: source.attackVersion,
        framework: spec.record.key,
        records: rows,
        texts: texts.length,
      },
      facts: { kind: 'mapping', framework: spec.record.key, source, mappings: joined.value, unmappable },
      shards: shardsOf({ objects: [], mappings: texts }, true),
    });
  }
}

interface Made {
  readonly source: ImportedSource;
  readonly facts?: SourceFacts;
  readonly shards: readonly TextShard[];
  readonly sentences?: Readonly<Record<string, string>>;
}

type Skipped = Extract<PublisherFile, { kind: 'skipped' }>;

function sourceOf<T>({ name, id, sha256 }: FileIdentity, about: T) {
  return { id, file: name.slice(0, 200), sha256, ...about };
}

function madeOfRelease(
  identity: FileIdentity,
  { release, texts }: Extract<PublisherFile, { kind: 'attack' }>,
): Result<Made> {
  const attack = buildAttackFile([release]);
  if (!attack.ok) return attack;
  const described = texts.filter(({ description }) => description !== undefined);
  return success({
    source: {
      ...sourceOf(identity, aboutRelease(release)),
      key: `attack ${release.domain} ${release.version}`,
      kind: 'attack',
      attackVersion: release.version,
      records: release.observations.length,
      texts: described.length,
    },
    facts: {
      kind: 'attack',
      attack: attack.value,
      stixIds: release.observations.map(({ id, stixId }) => [id, stixId] as const),
    },
    shards: shardsOf({ objects: texts, mappings: [] }, false),
    sentences: Object.fromEntries(
      described.map(({ id, description = '' }) => [id, firstSentence(description)]),
    ),
  });
}

function madeOfOther(identity: FileIdentity, read: UnknownMapping): Made {
  const { framework, source, rows, texts } = read;
  const name = frameworkName(framework);
  return {
    source: {
      ...sourceOf(identity, aboutMapping(name, source.publisher, source)),
      key: `mapping ${framework} ${source.attackDomain}`,
      kind: 'mapping',
      attackVersion: source.attackVersion,
      framework: name,
      records: rows,
      texts: texts.length,
    },
    shards: shardsOf({ objects: [], mappings: texts }, false),
  };
}

/** The texts with the keys of the controls, whose titles are known. */
function keyed({ spec, texts }: KnownMapping, file: FrameworkFile): TextShard['mappings'] {
  const keys = controlKeys(file);
  return texts.map((text) => {
    const control = keys.get(spec.idOf?.(text.capability) ?? text.capability);
    return control ? { ...text, capability: control.key } : text;
  });
}

/** A text on a pair is found by its technique and, if `byCapability`, by its control too. */
function shardsOf({ objects, mappings }: TextShard, byCapability: boolean): TextShard[] {
  return Array.from({ length: SHARDS }, (_, shard) => ({
    objects: objects.filter(({ id }) => shardOf(id) === shard),
    mappings: mappings.filter(
      ({ technique, capability }) =>
        shardOf(technique) === shard || (byCapability && shardOf(capability) === shard),
    ),
  }));
}

function factsOf(sources: readonly KeptSource[]): SourceFacts[] {
  return sources.flatMap(({ facts }) => facts ?? []);
}

/** By the names of the files below `data/`. */
export function mergedFiles(bundled: FactFiles, merged: FactFiles): OutputFile[] {
  const pairs: readonly (readonly [name: string, before: object, after: object])[] = [
    ['attack.json', bundled.attack, merged.attack],
    ...merged.frameworks.map(
      (file, index) =>
        [frameworkDescriptor(file.framework.key).dataFile, bundled.frameworks[index] ?? {}, file] as const,
    ),
  ];
  return pairs.flatMap(([name, before, after]) => {
    const text = JSON.stringify(after);
    return text === JSON.stringify(before) ? [] : [{ name, text }];
  });
}
