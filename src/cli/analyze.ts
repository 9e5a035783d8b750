import { Analysis } from '../core/analysis/analysis';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { success, type Result } from '../core/text/result';
import type { Reading } from './arguments';
import { findFiles, readText } from './files';
import { workspaceOf } from './settingsFile';

/** A file with what was made of it. */
export interface Analyzed {
  readonly path: string;
  readonly analysis: Analysis;
}

/** How many files are read at the same time. */
const AT_ONCE = 16;

/**
 * Reads and analyzes every file below the paths, and gives what `take` makes of each; nothing else of them is kept.
 * One that cannot be read ends it, so that nothing passes unread.
 */
export async function analyze<T>(
  { paths, settings, exclude, settingsFile }: Reading,
  knowledge: KnowledgeBase,
  take: (each: Analyzed) => T,
): Promise<Result<T[]>> {
  const workspaceFolder = settingsFile === undefined ? undefined : workspaceOf(settingsFile);
  const { languages } = settings;
  const files = await findFiles(paths, { languages, exclude, settings, workspaceFolder });
  if (!files.ok) return files;
  const taken: T[] = [];
  for (let next = 0; next < files.value.length; next += AT_ONCE) {
    const some = files.value.slice(next, next + AT_ONCE);
    const texts = await Promise.all(some.map(({ path }) => readText(path)));
    for (const [index, { path, languageId }] of some.entries()) {
      const text = texts[index];
      if (!text) continue;
      if (!text.ok) return text;
      taken.push(take({ path, analysis: new Analysis(text.value, languageId, knowledge, settings) }));
    }
  }
  return success(taken);
}
