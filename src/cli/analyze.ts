import { Analysis } from '../core/analysis/analysis';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { success, type Result } from '../core/text/result';
import type { Reading } from './arguments';
import { findFiles, readText } from './files';
import type { Analyzed } from './run';
import { workspaceOf } from './settingsFile';

/** Reads and analyzes every file below the paths; one that cannot be read ends it, so that nothing passes unread. */
export async function analyze(
  { paths, settings, exclude, settingsFile }: Reading,
  knowledge: KnowledgeBase,
): Promise<Result<Analyzed[]>> {
  const workspaceFolder = settingsFile === undefined ? undefined : workspaceOf(settingsFile);
  const { languages } = settings;
  const files = await findFiles(paths, { languages, exclude, settings, workspaceFolder });
  if (!files.ok) return files;
  const analyzed: Analyzed[] = [];
  for (const { path, languageId } of files.value) {
    const text = await readText(path);
    if (!text.ok) return text;
    analyzed.push({ path, analysis: new Analysis(text.value, languageId, knowledge, settings) });
  }
  return success(analyzed);
}
