import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { reasonOf } from '../values/reason';
import { refuse } from '../../core/publisher/values/results';

export interface Output {
  readonly name: string;
  readonly text: string;
}

interface Staged {
  readonly text: string;
  readonly target: string;
  /** In the same folder, so that a rename is all that is left to do. */
  readonly temporary: string;
}

/** Writes all files or none: each is complete under another name before the first takes its own. */
export function writeAll(folder: string, outputs: readonly Output[]): Result<void> {
  const staged = outputs.map(({ name, text }): Staged => ({
    text,
    target: path.join(folder, name),
    temporary: path.join(folder, `.${name}.${process.pid}.tmp`),
  }));
  try {
    const blocked = staged.find(({ target }) => statSync(target, { throwIfNoEntry: false })?.isDirectory());
    if (blocked) return refuse('unwritable', `${blocked.target} is a folder`);
    stage(folder, staged);
    for (const { temporary, target } of staged) renameSync(temporary, target);
    return success(undefined);
  } catch (error) {
    for (const { temporary } of staged) discard(temporary);
    return refuse('unwritable', `${folder}: the files cannot be written (${reasonOf(error)})`);
  }
}

function stage(folder: string, staged: readonly Staged[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { temporary, text } of staged) writeFileSync(temporary, text);
}

/** Best effort: the failure that led here is the one to tell. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The folder itself is no folder.
  }
}
