import type { Dirent } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '../../core/text/result';
import { success } from '../../core/text/result';
import { reasonOf } from '../values/reason';
import { byText } from '../../core/publisher/values/order';
import { refuse } from '../../core/publisher/values/results';

/** A file as it lies on the disk; read when it is asked for. */
export interface Input {
  /** The last part of the path, which is all that the data may tell of it. */
  readonly name: string;
  readonly path: string;
}

/** Every file below the folder, sorted; not the hidden ones. */
export function walk(folder: string): Result<Input[]> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const inputs = entries
      .filter((entry) => !isHidden(path.relative(folder, pathOf(entry))) && statSync(pathOf(entry)).isFile())
      .map((entry): Input => ({ name: entry.name, path: pathOf(entry) }));
    return success(inputs.sort((a, b) => byText(a.name, b.name) || byText(a.path, b.path)));
  } catch (error) {
    return refuse('unreadable', `${folder}: the folder cannot be read (${reasonOf(error)})`);
  }
}

function pathOf(entry: Dirent): string {
  return path.join(entry.parentPath, entry.name);
}

function isHidden(relative: string): boolean {
  return relative.split(path.sep).some((part) => part.startsWith('.'));
}
