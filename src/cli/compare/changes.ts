import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../core/text/decode';
import { failure, success, type Result } from '../../core/text/result';
import { git, parts } from './git';

/** What a working tree changes of a commit. Paths are relative to the top of the repository, with `/`. */
export interface Changes {
  /** Absolute, without links. */
  readonly top: string;
  readonly commit: string;
  /** The path that each changed file had, by the path that it has. */
  readonly before: ReadonlyMap<string, string>;
  /** Files that the commit has, and the working tree has not. */
  readonly deleted: readonly string[];
  /** Files that are as the commit has them. */
  readonly unchanged: ReadonlySet<string>;
}

/**
 * What the files of the repository around the paths add to a ref: to the commit where both lines of history parted, as a
 * pull request shows it; to the ref itself where they have none in common.
 */
export async function changesSince(ref: string, paths: readonly string[]): Promise<Result<Changes>> {
  const top = await topOf(paths);
  if (!top.ok) return top;
  const named = await line(
    top.value,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  );
  if (!named.ok) return failure('bad-ref', `--since ${ref} isn't a commit of this repository`);
  const parted = await line(top.value, 'merge-base', named.value, 'HEAD');
  return read(await realpath(top.value), parted.ok ? parted.value : named.value);
}

async function read(top: string, commit: string): Promise<Result<Changes>> {
  const options = ['--no-ext-diff', '--no-textconv', '--no-relative', '--ignore-submodules', '-z'];
  const status = await git(top, 'diff', '--name-status', '-M', ...options, commit, '--');
  if (!status.ok) return status;
  const tree = await git(top, 'ls-tree', '-r', '-z', '--name-only', '--full-tree', commit);
  if (!tree.ok) return tree;
  const { before, deleted } = parseStatus(parts(status.value));
  const old = new Set([...before.values(), ...deleted]);
  const unchanged = new Set(parts(tree.value).filter((each) => !old.has(each)));
  return success({ top, commit, before, deleted, unchanged });
}

/** What `git diff --name-status -M -z` says: `M a`, `R100 old new`, `D a`; an added file was nothing before. */
export function parseStatus(words: readonly string[]): Pick<Changes, 'before' | 'deleted'> {
  const before = new Map<string, string>();
  const deleted: string[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const status = words[at]?.[0] ?? '';
    const file = words[at + 1] ?? '';
    if (status === 'R' || status === 'C') before.set(words[++at + 1] ?? '', file);
    else if (status === 'D') deleted.push(file);
    else if (status !== 'A') before.set(file, file);
  }
  return { before, deleted };
}

/** A file as the commit has it; no filter of the repository is run. */
export async function textBefore({ top, commit }: Changes, file: string): Promise<Result<string>> {
  const blob = await git(top, 'cat-file', 'blob', `${commit}:${file}`);
  return blob.ok ? success(decodeText(blob.value)) : blob;
}

/** Where a file of the command line is in the repository; undefined outside of it. */
export async function placeIn({ top }: Changes, file: string): Promise<string | undefined> {
  const folder = await realpath(path.dirname(path.resolve(file)));
  const relative = path.relative(top, path.join(folder, path.basename(file)));
  return relative.startsWith('..') || path.isAbsolute(relative)
    ? undefined
    : relative.split(path.sep).join('/');
}

/** Whether a file is not as the commit has it. */
export async function isChanged(changes: Changes, file: string): Promise<boolean> {
  const place = await placeIn(changes, file);
  return place === undefined || !changes.unchanged.has(place);
}

/** The top of the one repository that all paths are in. */
async function topOf(paths: readonly string[]): Promise<Result<string>> {
  const folders = [...new Set(await Promise.all(paths.map(folderOf)))];
  const tops = await Promise.all(folders.map(async (each) => line(each, 'rev-parse', '--show-toplevel')));
  const [first] = tops;
  const other = tops.find((each) => !each.ok || (first?.ok && each.value !== first.value));
  if (!first || (other && !other.ok)) return other ?? failure('no-path', 'No path');
  return other ? failure('bad-argument', '--since takes paths of one repository') : first;
}

async function folderOf(place: string): Promise<string> {
  const known = await stat(place).catch(() => undefined);
  return known?.isDirectory() ? place : path.dirname(place);
}

async function line(folder: string, ...words: readonly string[]): Promise<Result<string>> {
  const out = await git(folder, ...words);
  return out.ok ? success(out.value.toString('utf8').trimEnd()) : out;
}
