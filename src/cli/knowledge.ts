import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DATA_FILES, loadKnowledgeBase, type DataTexts } from '../core/knowledge/load';
import { SUMMARIES_FILE } from '../core/knowledge/summaries';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { LocalEngine } from '../core/publisher/engine';
import { storedSources } from '../core/publisher/importFiles';
import { importedTexts } from '../core/publisher/store/readFacts';
import { fingerprint, type Generation } from '../core/publisher/store/state';
import { Store } from '../core/publisher/store/store';
import { failure, success, type Result } from '../core/text/result';
import { nodeFiles, UNIQUE } from './data/nodeFiles';

/** The bundled data, and the mark of it. */
export interface BundledTexts {
  readonly texts: DataTexts;
  readonly base: string;
}

/** What the commands work with. */
export interface LoadedKnowledge {
  readonly knowledge: KnowledgeBase;
  /** What was imported, if anything. */
  readonly generation: Generation | null;
  /** Why imported data is not in use; empty if all is well. */
  readonly note: string;
}

/** Reads `data/`, which lies beside the folder of the program; our own sentences only if the command shows them. */
export async function readBundled(folder: string, needsSummaries = false): Promise<Result<BundledTexts>> {
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
  try {
    const [attack, sources, ...frameworks] = await Promise.all([
      read(DATA_FILES.attack),
      read('sources.json').catch(() => ''),
      ...DATA_FILES.frameworks.map(read),
    ]);
    const summaries = needsSummaries ? await read(SUMMARIES_FILE).catch(() => undefined) : undefined;
    return success({ texts: { attack, frameworks, summaries }, base: fingerprint(sources) });
  } catch (error) {
    return failure('no-data', error instanceof Error ? error.message : String(error));
  }
}

/** The knowledge base: imported data over the bundled. If it can't be read, the bundled data is used, with a note. */
export async function readKnowledge(
  folder: string,
  needsSummaries = false,
  storage?: string,
): Promise<Result<LoadedKnowledge>> {
  const bundled = await readBundled(folder, needsSummaries);
  if (!bundled.ok) return bundled;
  const { texts, base } = bundled.value;
  const generation = storage === undefined ? null : (await storeIn(storage).read()).state.current;
  if (storage === undefined || !generation) return loaded(texts, null, '');
  const merged = await importedTexts(nodeFiles(storage), generation, texts, base, async () => {
    const engine = new LocalEngine();
    const started = await engine.start(texts, await storedSources(nodeFiles(storage), generation));
    return started.ok ? engine.merge() : started;
  });
  const imported = merged.ok ? loaded(merged.value, generation, '') : merged;
  if (imported.ok) return imported;
  const note = `Could not read the imported data in ${storage}, so the bundled data is used: ${imported.failure.message}\n`;
  return loaded(texts, null, note);
}

function storeIn(storage: string): Store {
  return new Store(nodeFiles(storage), UNIQUE);
}

function loaded(texts: DataTexts, generation: Generation | null, note: string): Result<LoadedKnowledge> {
  const knowledge = loadKnowledgeBase(texts);
  return knowledge.ok ? success({ knowledge: knowledge.value, generation, note }) : knowledge;
}
