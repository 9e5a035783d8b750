import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from '../inputs/walk';
import type { Result } from '../values/result';
import { fail, succeed } from '../values/result';

export interface Output {
  readonly name: string;
  readonly text: string;
}

/** Writes all files or none: each is complete under another name before the first takes its own. */
export function writeAll(folder: string, outputs: readonly Output[]): Result<void> {
  const staged = outputs.map(({ name, text }) => ({
    text,
    target: path.join(folder, name),
    temporary: path.join(folder, `.${name}.${process.pid}.tmp`),
  }));
  try {
    mkdirSync(folder, { recursive: true });
    for (const { temporary, text } of staged) writeFileSync(temporary, text);
    for (const { temporary, target } of staged) renameSync(temporary, target);
    return succeed(undefined);
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    return fail('unwritable', `the files cannot be written (${reasonOf(error)})`);
  }
}
