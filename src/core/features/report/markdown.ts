import { REPORT_MARK } from '../coverage/input';
import { renderMarkdown } from '../renderMarkdown';
import type { CoverageReport } from './report';
import { reportBlocks } from './reportBlocks';

/** The comments keep the report's own ids from being counted or warned of, wherever it is put. */
export function markdownReport(report: CoverageReport): string {
  return `<!-- ${REPORT_MARK} -->\n<!-- control-lens-disable -->\n\n${renderMarkdown(reportBlocks(report))}\n`;
}
