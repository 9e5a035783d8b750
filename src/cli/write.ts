import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Result } from '../core/text/result';
import type { Reading } from './arguments';
import { reasonOf } from './read';

/** Writes a report that is not to take the place of a file that was read; gives its counts, and where it is. */
export async function writeReport(
  output: string,
  text: string,
  counts: string,
  read: readonly string[],
): Promise<Result<string>> {
  if (await isOneOf(read, output))
    return failure('is-input', `${output} is one of the input files. Choose another output file`);
  const written = await writeWhole(output, text);
  return written.ok ? success(`${counts}\nWritten to ${output}\n`) : written;
}

/** The documents, and the file of settings where there is one. */
export function readBy({ settingsFile }: Reading, documents: readonly string[]): readonly string[] {
  return settingsFile === undefined ? documents : [...documents, settingsFile];
}

async function isOneOf(files: readonly string[], file: string): Promise<boolean> {
  const place = (each: string): Promise<string> => realpath(each).catch(() => path.resolve(each));
  const places = await Promise.all(files.map(place));
  return places.includes(await place(file));
}

/**
 * Writes a file whole or not at all: into one beside it that then takes its place. A file that is there keeps its
 * mode, and a link goes on leading to where it led.
 */
export async function writeWhole(file: string, text: string | Uint8Array): Promise<Result<undefined>> {
  const target = await realpath(file).catch(() => file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    const known = await stat(target).catch(() => undefined);
    if (known?.isDirectory()) return failure('is-folder', `${file} is a folder`);
    if (known && !known.isFile())
      await writeFile(target, text); // a device, as /dev/stdout
    else {
      await writeFile(beside, text, { flag: 'wx', mode: known ? known.mode & 0o777 : 0o666 });
      await rename(beside, target);
    }
    return success(undefined);
  } catch (error) {
    await rm(beside, { force: true });
    return failure('unwritable', `${file}: ${reasonOf(error)}`);
  }
}
