import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { coverageInput } from '../core/features/coverage/input';
import { coverageOf } from '../core/features/coverage/coverage';
import { renderReport } from '../core/features/report/formats';
import { controlCounts, techniqueCounts } from '../core/features/report/phrases';
import { reportOf } from '../core/features/report/reportOf';
import type { CoverageReport } from '../core/features/report/report';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { DEFAULT_SETTINGS } from '../core/settings/settings';
import { listed } from '../core/text/message';
import { failure, success, type Result } from '../core/text/result';
import { analyze } from './analyze';
import type { CoverageCommand } from './arguments';
import { writeWhole } from './write';

/** Gives what to print: the report, or its counts where it went to a file. */
export async function runCoverage(
  command: CoverageCommand,
  knowledge: KnowledgeBase,
): Promise<Result<string>> {
  const report = await coverageReport(command, knowledge);
  if (!report.ok) return report;
  const text = renderReport(report.value, command.format);
  const { output } = command;
  if (output === undefined) return success(text);
  if (await isOneOf(report.value.documents, output))
    return failure('is-input', `${output} is one of the documents that were read; name another file`);
  const written = await writeWhole(output, text);
  return written.ok ? success(summary(report.value, output)) : written;
}

async function isOneOf(files: readonly string[], file: string): Promise<boolean> {
  const place = (each: string): Promise<string> => realpath(each).catch(() => path.resolve(each));
  const places = await Promise.all(files.map(place));
  return places.includes(await place(file));
}

/** Paths that the title names; a shell may give thousands. */
const MOST_NAMED = 3;

async function coverageReport(
  command: CoverageCommand,
  knowledge: KnowledgeBase,
): Promise<Result<CoverageReport>> {
  const analyzed = await analyze(command, knowledge);
  if (!analyzed.ok) return analyzed;
  const documents = analyzed.value.map((each) => coverageInput(each.analysis, each.path));
  const settings = { ...DEFAULT_SETTINGS, ccmEdition: command.edition };
  const title = command.paths.length > MOST_NAMED ? undefined : listed(command.paths);
  return success(reportOf(coverageOf(knowledge, documents, settings), title));
}

function summary(report: CoverageReport, output: string): string {
  return `${techniqueCounts(report)}\n${controlCounts(report)}\nWritten to ${output}\n`;
}
