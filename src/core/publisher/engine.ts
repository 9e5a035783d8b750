import { DATA_FILES, parseAttackFile, parseFrameworkFile, type DataTexts } from '../knowledge/load';
import type { ImportedSource } from '../knowledge/publisherTexts';
import { success, type Result } from '../text/result';
import { runSteps } from '../text/steps';
import { mergeFacts, type FactFiles, type SourceFacts } from './facts/merge';
import { parseFacts } from './facts/parseFacts';
import { Importer, mergedFiles, type FileIdentity, type Imported, type OutputFile } from './importer';

/** A source as it is stored: with the JSON of its facts, if it has any. */
export interface StoredSource {
  readonly source: ImportedSource;
  readonly facts: string | undefined;
}

/** A file to be written, as bytes. */
export interface OutputBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type TakenBytes =
  | { readonly kind: 'source'; readonly source: ImportedSource; readonly files: readonly OutputBytes[] }
  | { readonly kind: 'skipped'; readonly why: string };

export type ImportedBytes = Omit<Imported, 'merged'> & { readonly merged: readonly OutputBytes[] };

/** What reads and merges files, here or in a worker; calls come one after the other. */
export interface Engine {
  /** Begins an import: over the bundled data and what was imported before. */
  readonly start: (bundled: DataTexts, earlier: readonly StoredSource[]) => Promise<Result<void>>;
  /** Takes one file as a whole; its bytes are given away. */
  readonly take: (identity: FileIdentity, bytes: Uint8Array) => Promise<Result<TakenBytes>>;
  readonly finish: () => Promise<Result<ImportedBytes>>;
  /** Only the merged facts, after `start`. */
  readonly merge: () => Promise<Result<readonly OutputBytes[]>>;
}

/** Does the work where it is called, in one go. */
export class LocalEngine implements Engine {
  private importer: Importer | undefined;
  private bundled: FactFiles | undefined;
  private facts: readonly SourceFacts[] = [];

  async start(texts: DataTexts, earlier: readonly StoredSource[]): Promise<Result<void>> {
    const bundled = parseBundled(texts);
    if (!bundled.ok) return bundled;
    const kept: { source: ImportedSource; facts: SourceFacts | undefined }[] = [];
    for (const { source, facts } of earlier) {
      const parsed = facts === undefined ? success(undefined) : parseFacts(source.file, facts);
      if (!parsed.ok) return parsed;
      kept.push({ source, facts: parsed.value });
    }
    this.bundled = bundled.value;
    this.facts = kept.flatMap(({ facts }) => facts ?? []);
    this.importer = new Importer(bundled.value, kept);
    return Promise.resolve(success(undefined));
  }

  async take(identity: FileIdentity, bytes: Uint8Array): Promise<Result<TakenBytes>> {
    const taken = runSteps(started(this.importer).take(identity, bytes));
    if (!taken.ok || taken.value.kind === 'skipped') return Promise.resolve(taken as Result<TakenBytes>);
    const { source, files } = taken.value;
    return Promise.resolve(success({ kind: 'source', source, files: files.map(encoded) }));
  }

  async finish(): Promise<Result<ImportedBytes>> {
    const done = started(this.importer).finish();
    this.importer = undefined;
    if (!done.ok) return Promise.resolve(done);
    return Promise.resolve(success({ ...done.value, merged: done.value.merged.map(encoded) }));
  }

  async merge(): Promise<Result<readonly OutputBytes[]>> {
    const bundled = started(this.bundled);
    const merged = mergeFacts(bundled, this.facts);
    return Promise.resolve(merged.ok ? success(mergedFiles(bundled, merged.value).map(encoded)) : merged);
  }
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The import was not started');
  return value;
}

function encoded({ name, text }: OutputFile): OutputBytes {
  return { name, bytes: new TextEncoder().encode(text) };
}

function parseBundled(texts: DataTexts): Result<FactFiles> {
  const attack = parseAttackFile(texts.attack);
  if (!attack.ok) return attack;
  const frameworks: FactFiles['frameworks'][number][] = [];
  for (const [index, json] of texts.frameworks.entries()) {
    const file = parseFrameworkFile(DATA_FILES.frameworks[index] ?? '', json);
    if (!file.ok) return file;
    frameworks.push(file.value);
  }
  return success({ attack: attack.value, frameworks });
}
