import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The folder that configurations and ignore files are looked for in, and not above: the top of the repository around a
 * folder; outside of one, the working folder where it holds the folder, else the folder itself.
 */
export async function rootOf(folder: string): Promise<string> {
  const start = await realFolder(folder);
  for (let at = start; ; at = path.dirname(at)) {
    if (await exists(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) break;
  }
  const working = await realFolder('.');
  return isBelow(start, working) ? working : start;
}

/** Absolute and without links, so that two names of a folder are one. */
export async function realFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => path.resolve(folder));
}

export function isBelow(place: string, folder: string): boolean {
  const relative = path.relative(folder, place);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** With `/` on every system. */
export function relativePath(folder: string, place: string): string {
  return path.relative(folder, place).split(path.sep).join('/');
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}
