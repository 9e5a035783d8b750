import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { byText } from '../values/order';
import type { Result } from '../values/result';
import { fail, succeed } from '../values/result';

/** A file as it lies on the disk; read when it is asked for. */
export interface Input {
  /** The last part of the path, which is all that may be told of it. */
  readonly name: string;
  readonly path: string;
}

export interface Content {
  readonly text: string;
  readonly sha256: string;
}

/** Every file below the folder, sorted; not the hidden ones. */
export function walk(folder: string): Result<Input[]> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const inputs = entries
      .filter((entry) => entry.isFile())
      .map((entry) => ({ name: entry.name, path: path.join(entry.parentPath, entry.name) }))
      .filter((input) => !isHidden(path.relative(folder, input.path)));
    return succeed(inputs.sort((a, b) => byText(a.name, b.name) || byText(a.path, b.path)));
  } catch (error) {
    return fail('unreadable', `the folder cannot be read (${reasonOf(error)})`);
  }
}

/** The text of the file, which must be UTF-8, and the checksum of its bytes. */
export function read(input: Input): Result<Content> {
  try {
    const bytes = readFileSync(input.path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return succeed({ text, sha256: createHash('sha256').update(bytes).digest('hex') });
  } catch (error) {
    return fail('unreadable', `cannot be read as UTF-8 text (${reasonOf(error)})`);
  }
}

function isHidden(relative: string): boolean {
  return relative.split(path.sep).some((part) => part.startsWith('.'));
}

/** The code of a failure: its message may hold a path. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
