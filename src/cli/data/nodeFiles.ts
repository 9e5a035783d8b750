import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StoreFiles, Unique } from '../../core/publisher/store/files';

export const UNIQUE: Unique = { now: Date.now, random: () => randomBytes(4).toString('hex') };

/** The store as a folder on the disk. */
export function nodeFiles(folder: string): StoreFiles {
  const at = (name: string): string => path.join(folder, ...name.split('/'));
  return {
    list: async (name) => {
      try {
        return await readdir(at(name));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      }
    },
    read: async (name) => readFile(at(name)),
    write: async (name, bytes) => {
      await mkdir(path.dirname(at(name)), { recursive: true });
      await writeFile(at(name), bytes, { flag: 'wx' });
    },
    rename: async (from, to) => rename(at(from), at(to)),
    remove: async (name) => rm(at(name), { recursive: true, force: true }),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
