import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { failure, success, type Result } from '../core/text/result';

/** A file to look at: as the user named it, or below a folder that the user named. */
export interface SourceFile {
  /** With `/` on every system; relative where the argument was. */
  readonly path: string;
  readonly languageId: string;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'mdx',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

/** Looked at where they are named themselves. */
const LANGUAGES_OF_NAMED: Readonly<Record<string, string>> = {
  ...LANGUAGES,
  '.json': 'json',
  '.jsonc': 'jsonc',
  '.adoc': 'asciidoc',
};

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn']);
const LARGEST_FILE = 50 * 1024 * 1024;

/** Markdown and YAML files below the paths, sorted, none twice. A file that is named itself may have any ending. */
export async function findFiles(paths: readonly string[]): Promise<Result<SourceFile[]>> {
  const found = new Map<string, SourceFile>();
  for (const each of paths) {
    const kind = await kindOfPath(each);
    if (kind === undefined) return failure('no-such-path', `${each}: no such file or folder`);
    const files = kind === 'folder' ? await filesBelow(each) : [each];
    for (const file of files)
      found.set(path.resolve(file), {
        path: toSlashes(file),
        languageId: languageOf(file, LANGUAGES_OF_NAMED) ?? 'plaintext',
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
    const text = await readFile(file, 'utf8');
    return success(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    return failure('unreadable', `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function kindOfPath(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Links are not followed, so that no loop and no place outside is walked into. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesBelow(file);
      return entry.isFile() && languageOf(file) !== undefined ? [file] : [];
    }),
  );
  return nested.flat();
}

function languageOf(file: string, languages = LANGUAGES): string | undefined {
  const extension = path.extname(file).toLowerCase();
  return Object.hasOwn(languages, extension) ? languages[extension] : undefined;
}

function toSlashes(file: string): string {
  return path.normalize(file).split(path.sep).join('/');
}
