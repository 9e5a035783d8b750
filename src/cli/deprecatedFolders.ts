import path from 'node:path';

const NAMES = /^_?deprecated$/i;
const IS_GLOB = /[*?[\]{}]/;

/** Whether a file is in a folder of what is deprecated, below the paths that were named: `rules/deprecated/a.yml`. */
export function isInDeprecatedFolder(file: string, named: readonly string[]): boolean {
  const parts = partsOf(file);
  const above = named.map(partsBeforeGlob).filter((own) => own.every((part, at) => part === parts[at]));
  const depth = Math.max(0, ...above.map(({ length }) => length));
  return parts.slice(depth, -1).some((part) => NAMES.test(part));
}

function partsBeforeGlob(file: string): readonly string[] {
  const parts = partsOf(file);
  const glob = parts.findIndex((part) => IS_GLOB.test(part));
  return glob < 0 ? parts : parts.slice(0, glob);
}

function partsOf(file: string): readonly string[] {
  return path.resolve(file).split(path.sep);
}
