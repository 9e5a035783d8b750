import { REPORT_MARK } from '../analysis/occurrences';
import { markdownFilePieces } from '../text/renderMarkdown';
import type { CoverageReport } from './report';
import { reportBlocks } from './reportBlocks';

export function markdownReport(report: CoverageReport): string {
  return [...markdownPieces(report)].join('');
}

/**
 * The comments keep the report's own ids from being counted or warned of, wherever it is put. They stand below the
 * title: the editor calls a new document by its first line.
 */
export function* markdownPieces(report: CoverageReport): Generator<string> {
  const [title, ...rest] = reportBlocks(report);
  yield* markdownFilePieces(title ? [title] : []);
  yield `\n<!-- ${REPORT_MARK} -->\n<!-- control-lens-disable -->\n\n`;
  yield* markdownFilePieces(rest);
}
