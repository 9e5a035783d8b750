import { decodeText } from '../core/text/decode';
import { failure, success, type Result } from '../core/text/result';
import type { Reading } from './arguments';
import { readText } from './read';
import type { Terminal } from './terminal';

const MAX_INPUT = 50 * 1024 * 1024;
const MAX_PATHS = 1_000_000;

/** What a command is to read: paths, and a text that came by the standard input. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly text: string | undefined;
}

/** The paths that were given, and those of `--files-from`; a `-` among them is the standard input. */
export async function inputsOf({ paths, filesFrom }: Reading, terminal: Terminal): Promise<Result<Inputs>> {
  const listed = filesFrom === undefined ? success([]) : await pathsIn(filesFrom, terminal);
  if (!listed.ok) return listed;
  const all = [...paths, ...listed.value];
  if (!paths.includes('-')) return success({ paths: all, text: undefined });
  const text = await inputText(terminal);
  return text.ok ? success({ paths: all.filter((each) => each !== '-'), text: text.value }) : text;
}

/** One path a line, or ended by NULs as `git ls-files -z` and `find -print0` do; empty lines are nothing. */
async function pathsIn(file: string, terminal: Terminal): Promise<Result<string[]>> {
  const text = file === '-' ? await inputText(terminal) : await readText(file);
  if (!text.ok) return text;
  const paths = text.value.split(text.value.includes('\0') ? '\0' : /\r?\n/).filter((each) => each !== '');
  return paths.length > MAX_PATHS
    ? failure('bad-argument', `--files-from lists more than ${MAX_PATHS} files`)
    : success(paths);
}

async function inputText({ input }: Terminal): Promise<Result<string>> {
  const bytes = await input();
  return bytes.length > MAX_INPUT
    ? failure('too-large', 'standard input: larger than 50 MB')
    : success(decodeText(bytes));
}
