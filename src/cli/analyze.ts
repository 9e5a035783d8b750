import { Analysis } from '../core/analysis/analysis';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/settings';
import { failure, success, type Result } from '../core/text/result';
import { findFiles, readText } from './files';
import type { Analyzed } from './run';

/** Reads and analyzes every file below the paths. */
export async function analyze(
  command: { readonly paths: readonly string[]; readonly edition: string },
  knowledge: KnowledgeBase,
): Promise<Result<Analyzed[]>> {
  const files = await findFiles(command.paths);
  if (!files.ok) return files;
  const settings: Settings = { ...DEFAULT_SETTINGS, ccmEdition: command.edition };
  const analyzed: Analyzed[] = [];
  for (const { path, languageId } of files.value) {
    const text = await readText(path);
    if (!text.ok) return failure('unreadable', text.failure.message);
    analyzed.push({ path, analysis: new Analysis(text.value, languageId, knowledge, settings) });
  }
  return success(analyzed);
}
