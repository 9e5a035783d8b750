import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Result } from '../core/text/result';

/**
 * Writes a file whole or not at all: into one beside it that then takes its place. A file that is there keeps its
 * mode, and a link goes on leading to where it led.
 */
export async function writeWhole(file: string, text: string): Promise<Result<undefined>> {
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
    return failure('unwritable', `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
