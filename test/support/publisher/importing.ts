import fs from 'node:fs';
import path from 'node:path';
import { DATA_FILES, type DataTexts } from '../../../src/core/knowledge/load';
import { LocalEngine } from '../../../src/core/publisher/engine';
import {
  importFiles,
  type ImportOptions,
  type ImportReport,
  type InputFile,
} from '../../../src/core/publisher/importFiles';
import type { StoreFiles, Unique } from '../../../src/core/publisher/store/files';
import { Store } from '../../../src/core/publisher/store/store';
import { success, type Result } from '../../../src/core/text/result';
import { dataFolder } from '../knowledge';
import { counting } from './memoryStore';

const text = (name: string): string => fs.readFileSync(path.join(dataFolder, name), 'utf8');

/** The data as it ships. */
export function bundledTexts(): DataTexts {
  return { attack: text(DATA_FILES.attack), frameworks: DATA_FILES.frameworks.map(text) };
}

/** A file as an input, given as a value of JSON or as text. */
export function input(name: string, content: object | string): InputFile {
  const json = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, read: async () => Promise.resolve(success(new TextEncoder().encode(json))) };
}

/** Imports into a store as it would be done on a disk. */
export async function importInto(
  files: StoreFiles,
  inputs: readonly InputFile[],
  unique: Unique = counting(),
  options: Partial<ImportOptions> = {},
): Promise<Result<ImportReport>> {
  return importFiles(inputs, {
    store: new Store(files, unique),
    files,
    engine: new LocalEngine(),
    bundled: bundledTexts(),
    base: 'base',
    sha256: async () => Promise.resolve('00'),
    now: () => '2026-01-01T00:00:00.000Z',
    isCancelled: () => false,
    onFile: () => undefined,
    ...options,
  });
}
