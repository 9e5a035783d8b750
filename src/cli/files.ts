import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { extensionsOf, languageOfName } from '../core/documents/languages';
import { isIncluded } from '../core/settings/globs';
import { decodeText } from '../core/text/decode';
import { failure, success, type Result } from '../core/text/result';

/** A file to look at: as the user named it, or below a folder that the user named. */
export interface SourceFile {
  /** With `/` on every system; relative where the argument was. */
  readonly path: string;
  readonly languageId: string;
}

/** Languages whose files are looked at below a folder. A file that is named itself may be of any. */
export const LANGUAGES_BELOW = ['markdown', 'mdx', 'yaml'] as const;

const EXTENSIONS_BELOW = new Set(extensionsOf(LANGUAGES_BELOW).map((extension) => `.${extension}`));
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn']);
const LARGEST_FILE = 50 * 1024 * 1024;

/**
 * Markdown and YAML files below the paths, sorted, none twice. A file that is named itself may have any ending.
 * `exclude`: globs of what is left out below a folder, relative to it.
 */
export async function findFiles(
  paths: readonly string[],
  exclude: readonly string[] = [],
): Promise<Result<SourceFile[]>> {
  const found = new Map<string, SourceFile>();
  for (const each of paths) {
    const files = await filesAt(each, exclude);
    if (!files.ok) return files;
    for (const file of files.value)
      found.set(path.resolve(file), {
        path: toSlashes(path.normalize(file)),
        languageId: languageOfName(path.basename(file)) ?? 'plaintext',
      });
  }
  return success([...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** The text of a file, without a byte order mark. */
export async function readText(file: string): Promise<Result<string>> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE)
      return failure('too-large', `${file}: larger than ${LARGEST_FILE / 1024 / 1024} MB`);
    return success(decodeText(await readFile(file)));
  } catch (error) {
    return failure('unreadable', reasonFor(file, error));
  }
}

async function filesAt(each: string, exclude: readonly string[]): Promise<Result<string[]>> {
  try {
    if (!(await stat(each)).isDirectory()) return success([each]);
    const isWanted = (file: string): boolean =>
      isIncluded(toSlashes(path.relative(each, file)), { include: [], exclude });
    return success(await filesBelow(each, isWanted));
  } catch (error) {
    return failure('unreadable', reasonFor(each, error));
  }
}

/** Links are not followed, so that no loop and no place outside is walked into. */
async function filesBelow(folder: string, isWanted: (file: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesBelow(file, isWanted);
      const isText = entry.isFile() && EXTENSIONS_BELOW.has(path.extname(entry.name).toLowerCase());
      return isText && isWanted(file) ? [file] : [];
    }),
  );
  return nested.flat();
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links lead in a circle',
};

/** An error below a folder names the place itself. */
function reasonFor(file: string, error: unknown): string {
  if (!(error instanceof Error)) return `${file}: ${String(error)}`;
  const { code = '', path: place = file } = error as NodeJS.ErrnoException;
  return `${place}: ${Object.hasOwn(REASONS, code) ? (REASONS[code] ?? code) : error.message}`;
}

function toSlashes(file: string): string {
  return file.split(path.sep).join('/');
}
