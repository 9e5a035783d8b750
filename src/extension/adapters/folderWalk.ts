import * as vscode from 'vscode';
import type { Breather } from './breather';
import { inTime } from './timeout';

const MAX_FOLDERS = 5000;
const MAX_DEPTH = 40;
const FOLDERS_AT_ONCE = 8;
/** A search that has nothing to say by then has nobody to ask. */
const SEARCH_TIMEOUT_MS = 2000;

export interface Walk {
  /** What is found and wanted ends the walk at this many. */
  readonly most: number;
  readonly token: vscode.CancellationToken | undefined;
  readonly breather: Breather;
  /** In milliseconds: how long a folder may take to tell what is in it. */
  readonly timeout: number;
  /** Before what is in a folder is judged. */
  readonly enter: (folder: vscode.Uri, names: readonly string[]) => Promise<void>;
  readonly keepsOut: (uri: vscode.Uri, isFolder: boolean) => boolean;
  readonly wants: (file: vscode.Uri) => boolean;
}

/**
 * Whether the editor finds files below a folder. A virtual file system need not have a search, and the editor then
 * waits for one without end.
 */
export async function isSearchable(folder: vscode.Uri): Promise<boolean> {
  if (folder.scheme === 'file' || folder.scheme === 'vscode-remote') return true;
  const source = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly vscode.Uri[]>((resolve) => {
    timer = setTimeout(() => resolve([]), SEARCH_TIMEOUT_MS);
  });
  const pattern = new vscode.RelativePattern(folder, '**/*');
  const search = Promise.resolve(vscode.workspace.findFiles(pattern, null, 1, source.token));
  const found = await Promise.race([search.catch(() => []), late]);
  clearTimeout(timer);
  source.cancel();
  source.dispose();
  return found.length > 0;
}

/** The files below a folder, where nothing searches its file system: level by level, links to folders not followed. */
export async function walk(base: vscode.Uri, options: Walk): Promise<vscode.Uri[]> {
  const { breather, most, token, wants } = options;
  const files: vscode.Uri[] = [];
  let level: readonly vscode.Uri[] = [base];
  let folders = 0;
  for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth++) {
    const below: vscode.Uri[] = [];
    for (let from = 0; from < level.length && folders < MAX_FOLDERS; from += FOLDERS_AT_ONCE) {
      if (token?.isCancellationRequested || files.length >= most) return files;
      const some = level.slice(from, from + FOLDERS_AT_ONCE);
      folders += some.length;
      for (const inside of await breather.waitFor(Promise.all(some.map((each) => look(each, options))))) {
        below.push(...inside.folders);
        files.push(...inside.files.filter(wants));
        await breather.yieldIfDue();
      }
    }
    level = below;
  }
  return files.slice(0, most);
}

interface Inside {
  readonly folders: readonly vscode.Uri[];
  readonly files: readonly vscode.Uri[];
}

async function look(folder: vscode.Uri, { enter, keepsOut, timeout }: Walk): Promise<Inside> {
  const entries = await entriesOf(folder, timeout);
  await enter(
    folder,
    entries.map(([name]) => name),
  );
  const below = (isFolder: boolean): vscode.Uri[] =>
    entries
      .filter(([, type]) =>
        isFolder ? type === vscode.FileType.Directory : (type & vscode.FileType.File) !== 0,
      )
      .map(([name]) => vscode.Uri.joinPath(folder, name))
      .filter((uri) => !keepsOut(uri, isFolder));
  return { folders: below(true), files: below(false) };
}

/** By name, so that the same are taken where there are too many; none of a folder that cannot be read. */
async function entriesOf(folder: vscode.Uri, timeout: number): Promise<[string, vscode.FileType][]> {
  try {
    const entries = await inTime(vscode.workspace.fs.readDirectory(folder), timeout);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}
