import { compareVersions } from '../../knowledge/compareVersions';
import {
  parseShard,
  shardOf,
  type ImportedSource,
  type MappingText,
  type ObjectText,
  type TextShard,
} from '../../knowledge/publisherTexts';
import type { SentenceFile } from '../../knowledge/sentences';
import { failure, success, type Result } from '../../text/result';
import { SENTENCES_NAME, shardName } from '../importer';
import { messageOf, readText, type StoreFiles } from './files';
import type { Generation } from './state';

/** A text, and the file that it comes from. */
export interface SourcedObject {
  readonly source: ImportedSource;
  readonly text: ObjectText;
}

/** What a mapping file says on what was asked for. */
export interface SourcedMappings {
  readonly source: ImportedSource;
  readonly texts: readonly MappingText[];
}

/** The publishers' texts for one page. */
export interface PageTexts {
  /** Of the newest release that has any. */
  readonly object: SourcedObject | undefined;
  readonly mappings: readonly SourcedMappings[];
}

/**
 * Reads what the imported files say on an ATT&CK ID or a control's key.
 * @param ids the ID or key, and IDs that mappings may be published for in its place
 */
export async function readTexts(
  files: StoreFiles,
  { sources }: Generation,
  ids: readonly [string, ...string[]],
): Promise<Result<PageTexts>> {
  const [id] = ids;
  try {
    const objects = newestFirst(sources).flatMap((source) => (source.kind === 'attack' ? [source] : []));
    const mappings = sources.filter(({ kind }) => kind === 'mapping');
    return success({
      object: await firstObject(files, objects, id),
      mappings: await Promise.all(mappings.map(async (source) => mappingsIn(files, source, ids))),
    });
  } catch (error) {
    return failure('unreadable', `Could not read the publishers' texts: ${messageOf(error)}`);
  }
}

function newestFirst(sources: readonly ImportedSource[]): ImportedSource[] {
  return sources.toSorted((a, b) => compareVersions(b.attackVersion, a.attackVersion));
}

/** A release may have an ID without a text, as reduced ones do. */
async function firstObject(
  files: StoreFiles,
  sources: readonly ImportedSource[],
  id: string,
): Promise<SourcedObject | undefined> {
  let without: SourcedObject | undefined;
  for (const source of sources) {
    const { objects } = await shardIn(files, source, id);
    const text = objects.find((each) => each.id === id);
    if (text?.description !== undefined) return { source, text };
    if (text) without ??= { source, text };
  }
  return without;
}

async function mappingsIn(
  files: StoreFiles,
  source: ImportedSource,
  ids: readonly string[],
): Promise<SourcedMappings> {
  const texts = new Set<MappingText>();
  for (const id of ids) {
    const { mappings } = await shardIn(files, source, id);
    for (const each of mappings) if (each.technique === id || each.capability === id) texts.add(each);
  }
  return { source, texts: [...texts] };
}

/** @throws Error if it can't be read or isn't as it should be */
async function shardIn(files: StoreFiles, { id: folder }: ImportedSource, id: string): Promise<TextShard> {
  const path = `${folder}/${shardName(shardOf(id))}`;
  const shard = parseShard(path, await readText(files, path));
  if (!shard.ok) throw new Error(shard.failure.message);
  return shard.value;
}

/** The JSON of the first sentences of descriptions, those of the newest release first. */
export async function readSentences(files: StoreFiles, { sources }: Generation): Promise<SentenceFile[]> {
  const releases = newestFirst(sources).filter(({ kind, texts }) => kind === 'attack' && texts > 0);
  return Promise.all(
    releases.map(async ({ id, title }) => ({
      title,
      json: await readText(files, `${id}/${SENTENCES_NAME}`),
    })),
  );
}
