import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FILE, type InputFile } from '../../core/publisher/importFiles';
import { messageOf } from '../../core/publisher/store/files';
import { failure, success, type Result } from '../../core/text/result';

const MAX_FILES = 500;

/** The files that are named, and the JSON files below the folders that are; hidden ones are left out. */
export async function inputFiles(names: readonly string[]): Promise<Result<readonly InputFile[]>> {
  const inputs: InputFile[] = [];
  for (const name of names) {
    try {
      const isFolder = (await stat(name)).isDirectory();
      const paths = isFolder ? await jsonFilesIn(name) : [name];
      inputs.push(...paths.map(inputOf));
    } catch (error) {
      return failure('unreadable', `Could not read ${name}: ${messageOf(error)}`);
    }
  }
  return inputs.length > MAX_FILES
    ? failure('too-many', `More than ${MAX_FILES} JSON files. Name the files to import.`)
    : success(inputs);
}

async function jsonFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !path
          .relative(folder, file)
          .split(path.sep)
          .some((part) => part.startsWith('.')),
    )
    .sort();
}

function inputOf(file: string): InputFile {
  const name = path.basename(file);
  return {
    name,
    read: async () => {
      try {
        if ((await stat(file)).size > MAX_FILE)
          return failure('too-large', `${name} is larger than ${MAX_FILE / 1_000_000} MB`);
        return success(await readFile(file));
      } catch (error) {
        return failure('unreadable', `Could not read ${name}: ${messageOf(error)}`);
      }
    },
  };
}
