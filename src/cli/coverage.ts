import { coverageInput, type CoverageInput } from '../core/analysis/occurrences';
import { coverageOf } from '../core/coverage/coverage';
import { renderReport } from '../core/report/formats';
import { controlCounts, techniqueCounts } from '../core/report/phrases';
import { reportOf } from '../core/report/reportOf';
import type { CoverageReport } from '../core/report/report';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { listed } from '../core/text/message';
import { success, type Result } from '../core/text/result';
import { analyze } from './analyze';
import type { CoverageCommand } from './arguments';
import type { Terminal } from './terminal';
import { readBy, writeReport } from './write';

/** Gives what to print: the report, or its counts where it went to a file; and what to tell beside it. */
export async function runCoverage(
  command: CoverageCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): Promise<Result<{ readonly out: string; readonly error: string }>> {
  const documents = await analyze(command, knowledge, terminal, {
    take: (each) => coverageInput(each.analysis, each.path),
  });
  if (!documents.ok) return documents;
  const { taken, notes: error } = documents.value;
  const report = coverageReport(command, taken, knowledge);
  const text = renderReport(report, command.format);
  const counts = `${techniqueCounts(report)}\n${controlCounts(report)}`;
  if (command.output === undefined) return success({ out: text, error });
  const written = await writeReport(command.output, text, counts, readBy(command, report.documents));
  return written.ok ? success({ out: written.value, error }) : written;
}

/** Paths that the title names; a shell may give thousands. */
const MOST_NAMED = 3;

function coverageReport(
  { paths, settings }: CoverageCommand,
  documents: readonly CoverageInput[],
  knowledge: KnowledgeBase,
): CoverageReport {
  const title = paths.length > MOST_NAMED ? undefined : listed(paths);
  return reportOf(coverageOf(knowledge, documents, settings), title);
}
