import { csvReport } from './csv';
import { htmlReport } from './html';
import { markdownReport } from './markdown';
import { navigatorReport } from './navigator';
import type { CoverageReport } from './report';
import { textReport } from './text';

export const REPORT_FORMATS = ['text', 'json', 'markdown', 'html', 'csv', 'navigator'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

interface FormatRow {
  /** What a reader chooses by. */
  readonly label: string;
  readonly detail: string;
  /** Language id of the editor. */
  readonly languageId: string;
  /** Of a file's name, without a dot. */
  readonly extension: string;
  readonly render: (report: CoverageReport) => string;
}

export const FORMATS: Readonly<Record<ReportFormat, FormatRow>> = {
  text: {
    label: 'Text',
    detail: 'A summary to read',
    languageId: 'plaintext',
    extension: 'txt',
    render: textReport,
  },
  json: {
    label: 'JSON',
    detail: 'Everything, for programs',
    languageId: 'json',
    extension: 'json',
    render: (report) => `${JSON.stringify(report, null, 2)}\n`,
  },
  markdown: {
    label: 'Markdown',
    detail: 'Tables for a wiki or a pull request',
    languageId: 'markdown',
    extension: 'md',
    render: markdownReport,
  },
  html: {
    label: 'HTML',
    detail: 'A page to save, send or print',
    languageId: 'html',
    extension: 'html',
    render: htmlReport,
  },
  csv: {
    label: 'CSV',
    detail: 'A row for each technique and control, for a spreadsheet',
    languageId: 'csv',
    extension: 'csv',
    render: csvReport,
  },
  navigator: {
    label: 'ATT&CK Navigator layer',
    detail: 'To open in the ATT&CK Navigator',
    languageId: 'json',
    extension: 'json',
    render: navigatorReport,
  },
};

export function renderReport(report: CoverageReport, format: ReportFormat): string {
  return FORMATS[format].render(report);
}
