import { REPORT_MARK } from '../coverage/input';
import { renderMarkdownFile } from '../renderMarkdown';
import type { CoverageReport } from './report';
import { reportBlocks } from './reportBlocks';

/**
 * The comments keep the report's own ids from being counted or warned of, wherever it is put. They stand below the
 * title: the editor calls a new document by its first line.
 */
export function markdownReport(report: CoverageReport): string {
  const [title, ...rest] = reportBlocks(report);
  const marks = `<!-- ${REPORT_MARK} -->\n<!-- control-lens-disable -->\n`;
  return `${renderMarkdownFile(title ? [title] : [])}\n${marks}\n${renderMarkdownFile(rest)}`;
}
