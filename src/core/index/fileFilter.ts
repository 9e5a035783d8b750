import type { PathTest } from '../settings/globs';
import type { IgnoreFiles } from './ignoreFiles';

/** What keeps files of a folder out of the index. */
export interface FileFilter {
  /** Of globs as in `files.exclude`: what it is true of for a folder, it is of everything below. */
  readonly excludes: PathTest;
  readonly ignoreFiles: IgnoreFiles;
}

/** Whether a path, relative to its workspace folder and with `/`, is kept out. */
export function isKeptOut(path: string, { excludes, ignoreFiles }: FileFilter): boolean {
  return isExcluded(path, excludes) || ignoreFiles.ignores(path);
}

function isExcluded(path: string, excludes: PathTest): boolean {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (excludes(folder)) return true;
  }
  return excludes(path);
}

/** The globs of `files.exclude` or `search.exclude` that are switched on; conditions on sibling files are no globs. */
export function switchedOn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
}
