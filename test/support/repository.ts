import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { folderFor } from './cli';

/** A repository of git in a temporary folder, with one commit. */
export function repositoryFor(files: Readonly<Record<string, string>>): string {
  const folder = fs.realpathSync(folderFor(files));
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder);
  return folder;
}

export function commit(folder: string, more: Readonly<Record<string, string>> = {}): void {
  git(folder, 'add', '--all');
  run(folder, more, 'commit', '--quiet', '--allow-empty', '--message=x');
}

export function git(folder: string, ...words: readonly string[]): void {
  run(folder, {}, ...words);
}

function run(folder: string, more: Readonly<Record<string, string>>, ...words: readonly string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', ...more };
  execFileSync('git', [...who, ...words], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Writes or, for undefined, removes files. */
export function change(folder: string, files: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.rmSync(file, { force: true });
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (text !== undefined) fs.writeFileSync(file, text);
  }
}
