import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { KNOWLEDGE_FILES, parseKnowledge } from './library';
import type { Knowledge } from './types';

/** `data/` of the package, from the folder of the bundle. */
const DATA = '../../data/';

/**
 * Reads the data that comes with the package.
 * @param folder another folder with the same files.
 * @throws Error if a file can't be read or isn't what it should be.
 */
export async function loadKnowledge(folder?: string): Promise<Knowledge> {
  const base = folder === undefined ? new URL(DATA, import.meta.url) : pathToFileURL(`${folder}/`);
  const read = async (name: string): Promise<[string, string]> => [
    name,
    await readFile(new URL(name, base), 'utf8'),
  ];
  return parseKnowledge(Object.fromEntries(await Promise.all(KNOWLEDGE_FILES.map(read))));
}
