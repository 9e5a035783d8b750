import { Analysis } from '../core/analysis/analysis';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { looksBinary } from '../core/text/decode';
import { failure, success, type Result } from '../core/text/result';
import type { Reading } from './arguments';
import { findFiles, readText } from './files';
import { printable } from './printable';
import { workspaceOf } from './settingsFile';

/** A file with what was made of it. */
export interface Analyzed {
  readonly path: string;
  readonly analysis: Analysis;
}

/** What was made of the files, and what is to be told of those that were passed over. */
export interface Taken<T> {
  readonly taken: readonly T[];
  /** Lines for the standard error; empty where nothing was. */
  readonly notes: string;
}

/** How many files are read at the same time. */
const AT_ONCE = 16;
const BINARY = 'looks binary and was not read';

/**
 * Reads and analyzes every file below the paths, and gives what `take` makes of each; nothing else of them is kept.
 * One that cannot be read ends it, so that nothing passes unread; one that looks binary does so where it was named, and
 * is passed over and told below a folder. Only those that `wants` says yes to are read.
 */
export async function analyze<T>(
  { paths, settings, exclude, settingsFile }: Reading,
  knowledge: KnowledgeBase,
  take: (each: Analyzed) => T,
  wants: (path: string) => Promise<boolean> = async () => Promise.resolve(true),
): Promise<Result<Taken<T>>> {
  const workspaceFolder = settingsFile === undefined ? undefined : workspaceOf(settingsFile);
  const { languages } = settings;
  const found = await findFiles(paths, { languages, exclude, settings, workspaceFolder });
  if (!found.ok) return found;
  const wanted = await Promise.all(found.value.map(async ({ path }) => wants(path)));
  const files = found.value.filter((_, index) => wanted[index]);
  const taken: T[] = [];
  const binary: string[] = [];
  for (let next = 0; next < files.length; next += AT_ONCE) {
    const some = files.slice(next, next + AT_ONCE);
    const texts = await Promise.all(some.map(({ path }) => readText(path)));
    for (const [index, { path, languageId, isNamed }] of some.entries()) {
      const text = texts[index];
      if (!text) continue;
      if (!text.ok) return text;
      if (looksBinary(text.value)) {
        if (isNamed) return failure('unreadable', `${path}: ${BINARY}`);
        binary.push(path);
        continue;
      }
      taken.push(take({ path, analysis: new Analysis(text.value, languageId, knowledge, settings) }));
    }
  }
  return success({ taken, notes: binary.map((path) => `${printable(path)}: ${BINARY}\n`).join('') });
}
