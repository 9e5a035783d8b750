import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DATA_FILES, loadKnowledgeBase } from '../core/knowledge/load';
import { SUMMARIES_FILE } from '../core/knowledge/summaries';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { failure, type Result } from '../core/text/result';

/** Reads `data/`, which lies beside the folder of the program; our own sentences only if the command shows them. */
export async function readKnowledge(folder: string, needsSummaries = false): Promise<Result<KnowledgeBase>> {
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
  try {
    const [attack, ...frameworks] = await Promise.all([
      read(DATA_FILES.attack),
      ...DATA_FILES.frameworks.map(read),
    ]);
    const summaries = needsSummaries ? await read(SUMMARIES_FILE).catch(() => undefined) : undefined;
    return loadKnowledgeBase({ attack, frameworks, summaries });
  } catch (error) {
    return failure('no-data', error instanceof Error ? error.message : String(error));
  }
}
