import { matchesGlob } from '../settings/globs';
import type { IgnoreFiles } from './ignoreFiles';

/** What keeps files of a folder out of the index. */
export interface FileFilter {
  /** Globs as in `files.exclude`: one that fits a folder fits everything below it. */
  readonly excludes: readonly string[];
  readonly ignoreFiles: IgnoreFiles;
}

/** Whether a path, relative to its workspace folder and with `/`, is kept out. */
export function isKeptOut(path: string, { excludes, ignoreFiles }: FileFilter): boolean {
  return isExcluded(path, excludes) || ignoreFiles.ignores(path);
}

function isExcluded(path: string, excludes: readonly string[]): boolean {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (excludes.some((glob) => matchesGlob(glob, folder))) return true;
  }
  return excludes.some((glob) => matchesGlob(glob, path));
}

/** The globs of `files.exclude` or `search.exclude` that are switched on; conditions on sibling files are no globs. */
export function switchedOn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
}
