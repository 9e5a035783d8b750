import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { extensionsOf, languageOfName } from '../core/documents/languages';
import { inclusionTest } from '../core/settings/globs';
import type { Settings } from '../core/settings/settings';
import { decodeText } from '../core/text/decode';
import { failure, success, type Result } from '../core/text/result';
import { OtherKinds } from './otherKinds';

/** A file to look at: as the user named it, or below a folder that the user named. */
export interface SourceFile {
  /** With `/` on every system; relative where the argument was. */
  readonly path: string;
  readonly languageId: string;
  /** False below a folder that was named. */
  readonly isNamed: boolean;
}

/** Which files are looked at below a folder. One that is named itself always is. */
export interface Selection {
  readonly languages: readonly string[];
  /** Globs of what is left out, relative to the folder. */
  readonly exclude: readonly string[];
  /** Those of the editor's settings, relative to the workspace folder; without it, to the folder. */
  readonly settings: Pick<Settings, 'include' | 'exclude'>;
  readonly workspaceFolder: string | undefined;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn']);
const LARGEST_FILE = 50 * 1024 * 1024;

/** The files at the paths and the selected ones below them, sorted, none twice; `others` counts those of other kinds. */
export async function findFiles(
  paths: readonly string[],
  selection: Selection,
  others = new OtherKinds(),
): Promise<Result<SourceFile[]>> {
  const found = new Map<string, SourceFile>();
  for (const each of paths) {
    const files = await filesAt(each, selection, others);
    if (!files.ok) return files;
    const isNamed = files.value[0] === each;
    for (const file of files.value) {
      const key = path.resolve(file);
      found.set(key, {
        path: toSlashes(path.normalize(file)),
        languageId: languageOfName(path.basename(file)) ?? 'plaintext',
        isNamed: isNamed || found.get(key)?.isNamed === true,
      });
    }
  }
  return success([...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** The text of a file, without a byte order mark. */
export async function readText(file: string): Promise<Result<string>> {
  try {
    const info = await stat(file);
    if (!info.isFile() && !info.isDirectory()) return failure('unreadable', `${file}: ${NOT_A_FILE}`);
    if (info.size > LARGEST_FILE)
      return failure('too-large', `${file}: larger than ${LARGEST_FILE / 1024 / 1024} MB`);
    return success(decodeText(await readFile(file)));
  } catch (error) {
    return failure('unreadable', reasonFor(file, error));
  }
}

async function filesAt(each: string, selection: Selection, others: OtherKinds): Promise<Result<string[]>> {
  try {
    const info = await stat(each);
    if (info.isFile()) return success([each]);
    if (!info.isDirectory()) return failure('unreadable', `${each}: ${NOT_A_FILE}`);
    return success(await filesBelow(each, wantedBelow(each, selection, others)));
  } catch (error) {
    return failure('unreadable', reasonFor(each, error));
  }
}

function wantedBelow(
  folder: string,
  { languages, exclude, settings, workspaceFolder = folder }: Selection,
  others: OtherKinds,
): (file: string) => boolean {
  const extensions = new Set(extensionsOf(languages).map((extension) => `.${extension}`));
  const from = (base: string, file: string): string => toSlashes(path.relative(base, file));
  const isInside = inclusionTest({ include: [], exclude });
  const isIncluded = inclusionTest(settings);
  return (file) => {
    const isSelected = isInside(from(folder, file)) && isIncluded(from(workspaceFolder, file));
    const isRead = extensions.has(path.extname(file).toLowerCase());
    if (isSelected && !isRead) others.add(file, from(folder, file));
    return isSelected && isRead;
  };
}

/** Links are not followed, so that no loop and no place outside is walked into. */
async function filesBelow(folder: string, isWanted: (file: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesBelow(file, isWanted);
      return entry.isFile() && isWanted(file) ? [file] : [];
    }),
  );
  return nested.flat();
}

/** A device or a pipe may have no end. */
const NOT_A_FILE = 'neither a file nor a folder';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'too many levels of symbolic links',
  EISDIR: 'is a folder',
};

/** An error below a folder names the place itself. */
function reasonFor(file: string, error: unknown): string {
  const { path: place = file } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return `${place}: ${reasonOf(error)}`;
}

/** Without the place. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  return Object.hasOwn(REASONS, code) ? (REASONS[code] ?? code) : error.message;
}

function toSlashes(file: string): string {
  return file.split(path.sep).join('/');
}
