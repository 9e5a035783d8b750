import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chown, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
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

/** By any of its names: links lead to it, and a file may have several names. */
async function isOneOf(files: readonly string[], file: string): Promise<boolean> {
  const place = (each: string): Promise<string> =>
    stat(each).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => path.resolve(each),
    );
  const places = await Promise.all(files.map(place));
  return places.includes(await place(file));
}

/**
 * Writes a file whole or not at all: into one beside it that then takes its place. A file that is there keeps its mode
 * and its owner, and a link goes on leading to where it led, also to what isn't there yet. What has several names, or an
 * owner that only the system may give it, is written in its place, so that it stays the same file.
 */
export async function writeWhole(file: string, text: string | Uint8Array): Promise<Result<undefined>> {
  const target = await targetOf(file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    const known = await stat(target).catch(() => undefined);
    if (known?.isDirectory()) return failure('is-folder', `${file} is a folder`);
    if (known && (!known.isFile() || known.nlink > 1))
      await writeFile(target, text); // a device, as /dev/stdout, or a file with another name
    else {
      await writeFile(beside, text, { flag: 'wx', mode: known ? known.mode & 0o777 : 0o666 });
      if (known && !(await takesOwner(beside, known))) {
        await rm(beside, { force: true });
        await writeFile(target, text);
      } else await rename(beside, target);
    }
    return success(undefined);
  } catch (error) {
    await rm(beside, { force: true });
    return failure('unwritable', `${file}: ${reasonOf(error)}`);
  }
}

/** So many links in a row are followed at most, as the system does. */
const MAX_LINKS = 40;

/** Where links lead, be there something or not. */
async function targetOf(file: string): Promise<string> {
  let place = file;
  for (let count = 0; count < MAX_LINKS; count++) {
    const next = await readlink(place).catch(() => undefined);
    if (next === undefined) break;
    place = path.resolve(path.dirname(place), next);
  }
  return realpath(place).catch(() => place);
}

/** Whether the file beside belongs to the owner and the group of the one that it is to replace. */
async function takesOwner(beside: string, { uid, gid }: Stats): Promise<boolean> {
  const own = await stat(beside);
  if (own.uid === uid && own.gid === gid) return true;
  return chown(beside, uid, gid).then(
    () => true,
    () => false,
  );
}
