import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { reasonOf } from '../values/reason';
import { refuse } from '../../core/publisher/values/results';
import type { Input } from './walk';

export interface Content {
  readonly text: string;
  /** Of the bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** The text of the file, which must be UTF-8; a byte order mark is no part of it. */
export function read(input: Input): Result<Content> {
  try {
    const bytes = readFileSync(input.path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return success({ text, sha256: createHash('sha256').update(bytes).digest('hex') });
  } catch (error) {
    return refuse('unreadable', `cannot be read as UTF-8 text (${reasonOf(error)})`);
  }
}
