import path from 'node:path';
import type { JsonFinding } from '../findings';
import { git } from './git';

/** More files than these are not asked for; their findings come last. */
const MAX_FILES = 200;
const AT_ONCE = 8;
const HEADER = /^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/;
const TIME = /^committer-time (\d+)$/;

/** What git doesn't have yet. */
const NOW = Number.MAX_SAFE_INTEGER;

/**
 * Those whose lines git saw change last come first; what is not committed is the newest. Those that are alike in this
 * keep their order, as all do outside of a repository.
 */
export async function newestFirst<T extends JsonFinding>(findings: readonly T[]): Promise<T[]> {
  const lines = new Map<string, Set<number>>();
  for (const { path: file, range } of findings)
    lines.set(file, (lines.get(file) ?? new Set()).add(range.start.line + 1));
  const files = [...lines].slice(0, MAX_FILES);
  const times = new Map<string, ReadonlyMap<number, number>>();
  for (let at = 0; at < files.length; at += AT_ONCE)
    await Promise.all(
      files.slice(at, at + AT_ONCE).map(async ([file, own]) => times.set(file, await timesOf(file, own))),
    );
  const timeOf = ({ path: file, range }: T): number => times.get(file)?.get(range.start.line + 1) ?? 0;
  return [...findings].sort((a, b) => timeOf(b) - timeOf(a));
}

/** When each of the lines, counted from one, changed last, in seconds. */
async function timesOf(file: string, lines: ReadonlySet<number>): Promise<ReadonlyMap<number, number>> {
  const ranges = [...lines].flatMap((line) => ['-L', `${line},${line}`]);
  const { dir, base } = path.parse(path.resolve(file));
  const out = await git(dir, 'blame', '--no-textconv', '--porcelain', ...ranges, '--', base);
  return out.ok ? parseBlame(out.value.toString('utf8')) : new Map([...lines].map((line) => [line, NOW]));
}

/** What `git blame --porcelain` says: facts of a commit come with its first line only. */
export function parseBlame(text: string): Map<number, number> {
  const commits = new Map<string, number>();
  const lines: (readonly [line: number, commit: string])[] = [];
  for (const each of text.split('\n')) {
    const header = HEADER.exec(each);
    if (header) lines.push([Number(header[2]), header[1] ?? '']);
    const time = TIME.exec(each);
    if (time) commits.set(lines.at(-1)?.[1] ?? '', Number(time[1]));
  }
  return new Map(lines.map(([line, commit]) => [line, commits.get(commit) ?? 0]));
}
