import path from 'node:path';
import { Analysis } from '../../core/analysis/analysis';
import { languageOfName } from '../../core/documents/languages';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { success, type Result } from '../../core/text/result';
import type { CheckCommand } from '../arguments';
import { checkFile, type CheckedFile, type SourcedFinding } from '../findings';
import { placeIn, textBefore, type Changes } from './changes';
import { keyOf, matched, type Matched, type Pass } from './matching';

/** A line that moved is followed within its file, and then into others; what a line says may change around its finding. */
const PASSES: readonly Pass[] = [
  ({ path: place, rule, message, reference, source }) => keyOf(place, rule, message, reference.id, source),
  ({ rule, message, reference, source }) => keyOf(rule, message, reference.id, source),
  ({ path: place, rule, message, reference }) => keyOf(place, rule, message, reference.id),
];

/** The findings that the files as they are add to those of a commit. */
export async function addedSince(
  changes: Changes,
  files: readonly CheckedFile[],
  command: CheckCommand,
  knowledge: KnowledgeBase,
): Promise<Result<Matched<SourcedFinding, SourcedFinding>>> {
  const known: SourcedFinding[] = [];
  const take = (findings: Result<readonly SourcedFinding[]>): boolean => {
    if (findings.ok) known.push(...findings.value);
    return findings.ok;
  };
  for (const file of files) {
    const place = await placeIn(changes, file.path);
    const before = place === undefined ? undefined : changes.before.get(place);
    if (before === undefined) continue;
    const findings = await findingsBefore(changes, before, file, command, knowledge);
    if (!take(findings)) return findings as Result<never>;
  }
  for (const deleted of changes.deleted.filter((each) => isRead(each, command))) {
    const file = { path: path.join(changes.top, deleted), settings: command.settings };
    const findings = await findingsBefore(changes, deleted, file, command, knowledge);
    if (!take(findings)) return findings as Result<never>;
  }
  return success(
    matched(
      files.flatMap(({ findings }) => findings),
      known,
      PASSES,
    ),
  );
}

function isRead(file: string, { settings }: CheckCommand): boolean {
  const language = languageOfName(path.posix.basename(file));
  return language !== undefined && settings.languages.includes(language);
}

/** Under the settings of the file as it is, and by the path that it has. */
async function findingsBefore(
  changes: Changes,
  before: string,
  { path: place, settings }: Pick<CheckedFile, 'path' | 'settings'>,
  command: CheckCommand,
  knowledge: KnowledgeBase,
): Promise<Result<readonly SourcedFinding[]>> {
  const text = await textBefore(changes, before);
  if (!text.ok) return text;
  const language = languageOfName(path.posix.basename(before)) ?? 'plaintext';
  const analysis = new Analysis(text.value, language, knowledge, settings);
  return success(checkFile({ path: place, analysis }, command).findings);
}
