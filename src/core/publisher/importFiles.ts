import type { DataTexts } from '../knowledge/load';
import type { ImportedSource } from '../knowledge/publisherTexts';
import { failure, success, type Failure, type Result } from '../text/result';
import type { Engine, OutputBytes, StoredSource, TakenBytes } from './engine';
import type { FactChanges } from './facts/changes';
import { FACTS_NAME } from './importer';
import { messageOf, readText, type StoreFiles } from './store/files';
import type { Generation } from './store/state';
import type { Snapshot, Store } from './store/store';

/** In bytes. The largest file that is published has 55 million; more than this is no such file. */
export const MAX_FILE = 150_000_000;

/** A file to be imported. */
export interface InputFile {
  readonly name: string;
  readonly read: () => Promise<Result<Uint8Array>>;
}

export interface ImportOptions {
  readonly store: Store;
  readonly files: StoreFiles;
  readonly engine: Engine;
  readonly bundled: DataTexts;
  /** The mark of the bundled facts. */
  readonly base: string;
  /** Of the bytes, in lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  /** ISO 8601. */
  readonly now: () => string;
  readonly isCancelled: () => boolean;
  /** Told before each file. */
  readonly onFile: (name: string, index: number) => void;
}

/** What was imported. */
export interface ImportReport {
  readonly sources: readonly ImportedSource[];
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
  readonly changes: FactChanges;
}

/** Imports the files, all of them or none: after a failure, what was imported before is in use. */
export async function importFiles(
  inputs: readonly InputFile[],
  options: ImportOptions,
): Promise<Result<ImportReport>> {
  const folders: string[] = [];
  try {
    const report = await run(inputs, options, folders);
    if (!report.ok) await options.store.discard(folders);
    return report;
  } catch (error) {
    await options.store.discard(folders);
    if (options.isCancelled()) return cancelled();
    return failure('unwritable', `Could not store the data: ${messageOf(error)}`);
  }
}

async function run(
  inputs: readonly InputFile[],
  options: ImportOptions,
  folders: string[],
): Promise<Result<ImportReport>> {
  const { store, engine, bundled, files } = options;
  const snapshot = await store.read();
  const started = await engine.start(bundled, await storedSources(files, snapshot.state.current));
  if (!started.ok) return started;
  const taken = await takeAll(inputs, options, folders);
  if (!taken.ok) return taken;
  const { sources, skipped } = taken.value;
  if (sources.length === 0) return nothingTaken(skipped);
  return finish(snapshot, options, folders, taken.value);
}

interface TakenFiles {
  readonly sources: ImportedSource[];
  readonly skipped: { readonly name: string; readonly why: string }[];
}

async function takeAll(
  inputs: readonly InputFile[],
  options: ImportOptions,
  folders: string[],
): Promise<Result<TakenFiles>> {
  const taken: TakenFiles = { sources: [], skipped: [] };
  for (const [index, { name, read }] of inputs.entries()) {
    if (options.isCancelled()) return cancelled();
    options.onFile(name, index);
    const bytes = await read();
    if (!bytes.ok) return bytes;
    if (bytes.value.length > MAX_FILE)
      return failure('too-large', `${name} is larger than ${MAX_FILE / 1e6} MB`);
    const id = options.store.newFolder('source');
    const sha256 = await options.sha256(bytes.value);
    const one = await options.engine.take({ name, id, sha256 }, bytes.value);
    if (options.isCancelled()) return cancelled();
    if (!one.ok) return readable(one.failure);
    if (one.value.kind === 'skipped') taken.skipped.push({ name, why: one.value.why });
    else taken.sources.push(await keep(one.value, options, folders));
  }
  return success(taken);
}

/** Writes the texts at once, so that they needn't be kept in memory. */
async function keep(
  { source, files }: Extract<TakenBytes, { kind: 'source' }>,
  { store }: ImportOptions,
  folders: string[],
): Promise<ImportedSource> {
  folders.push(source.id);
  await writeAll(store, source.id, files);
  return source;
}

async function writeAll(store: Store, folder: string, files: readonly OutputBytes[]): Promise<void> {
  for (const { name, bytes } of files) await store.write(`${folder}/${name}`, bytes);
}

async function finish(
  snapshot: Snapshot,
  { store, engine, base, now, isCancelled }: ImportOptions,
  folders: string[],
  taken: TakenFiles,
): Promise<Result<ImportReport>> {
  const done = await engine.finish();
  if (isCancelled()) return cancelled();
  if (!done.ok) return done;
  const { sources, merged, changes } = done.value;
  const folder = merged.length === 0 ? '' : store.newFolder('merged');
  if (folder !== '') folders.push(folder);
  await writeAll(store, folder, merged);
  const facts = { base, folder, files: merged.map(({ name }) => name) };
  const generation: Generation = { imported: now(), sources, merged: facts, changes };
  const committed = await store.commit(snapshot, generation);
  return committed.ok ? success({ ...taken, changes }) : committed;
}

/** The sources of a generation with their facts. @throws Error if they can't be read */
export async function storedSources(
  files: StoreFiles,
  generation: Generation | null,
): Promise<StoredSource[]> {
  return Promise.all(
    (generation?.sources ?? []).map(async (source) => ({
      source,
      facts: (await files.list(source.id)).includes(FACTS_NAME)
        ? await readText(files, `${source.id}/${FACTS_NAME}`)
        : undefined,
    })),
  );
}

function cancelled(): Result<never> {
  return failure('cancelled', 'The import was cancelled. Nothing changed.');
}

/** Failures of a file begin with its name. */
function readable({ code, message }: Failure): Result<never> {
  return failure(code, message.replace(/^([^:]+): /, '$1 '));
}

function nothingTaken(skipped: TakenFiles['skipped']): Result<never> {
  const [first] = skipped;
  const why = first ? `${first.name} ${first.why}` : 'no JSON file was found';
  const more = skipped.length > 1 ? `, and ${skipped.length - 1} more were skipped` : '';
  return failure('nothing', `Nothing to import: ${why}${more}.`);
}
