import { execFile } from 'node:child_process';
import { failure, success, type Result } from '../../core/text/result';

const MAX_OUTPUT = 256 * 1024 * 1024;
/** A repository may name programs to be started; none of them is needed to read it. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-pager'];

/** What `git` prints, run without a shell in a folder. */
export async function git(folder: string, ...words: readonly string[]): Promise<Result<Buffer>> {
  const options = {
    cwd: folder,
    encoding: 'buffer' as const,
    maxBuffer: MAX_OUTPUT,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
  };
  return new Promise((resolve) => {
    execFile('git', [...SAFE, ...words], options, (error, out, told) => {
      resolve(error ? failure('git', reasonOf(error, told.toString('utf8'))) : success(out));
    });
  });
}

function reasonOf(error: Error, told: string): string {
  if ('code' in error && error.code === 'ENOENT') return 'git is not installed';
  const [line = ''] = told.trim().split('\n');
  return line === '' ? error.message : line.replace(/^fatal: /, 'git: ');
}

/** Parts that are each ended by a NUL. */
export function parts(out: Buffer): string[] {
  return out.toString('utf8').split('\0').slice(0, -1);
}
