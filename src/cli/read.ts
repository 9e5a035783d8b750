import { readFileSync, statSync } from 'node:fs';
import { decodeText } from '../core/text/decode';
import { failure, success, type Result } from '../core/text/result';

const MAX_FILE = 50 * 1024 * 1024;

/**
 * The text of a file, without a byte order mark. It is read at once: of thousands of small files, waiting for each takes
 * longer than reading it, and nobody else is kept waiting.
 */
export async function readText(file: string): Promise<Result<string>> {
  return Promise.resolve(readTextSync(file));
}

function readTextSync(file: string): Result<string> {
  try {
    const info = statSync(file);
    if (!info.isFile() && !info.isDirectory()) return failure('unreadable', `${file}: ${NOT_A_FILE}`);
    if (info.size > MAX_FILE)
      return failure('too-large', `${file}: larger than ${MAX_FILE / 1024 / 1024} MB`);
    return success(decodeText(readFileSync(file)));
  } catch (error) {
    return failure('unreadable', reasonFor(file, error));
  }
}

/** A device or a pipe may have no end. */
export const NOT_A_FILE = 'neither a file nor a folder';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'too many levels of symbolic links',
  EISDIR: 'is a folder',
};

/** An error below a folder names the place itself. */
export function reasonFor(file: string, error: unknown): string {
  const { path: place = file } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return `${place}: ${reasonOf(error)}`;
}

/** Without the place. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  return Object.hasOwn(REASONS, code) ? (REASONS[code] ?? code) : error.message;
}
