import { runSteps, type Steps } from '../text/steps';
import { csvLines } from './csv';
import { jsonPieces } from './json';
import { htmlReport } from './html';
import { markdownPieces } from './markdown';
import { mappedReport, navigatorReport } from './navigator';
import type { CoverageReport } from './report';
import { textReport } from './text';

export const REPORT_FORMATS = ['text', 'json', 'markdown', 'html', 'csv', 'navigator'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What the editor offers: the layer that `--layer mapped` gives on the command line is one of its own there. */
export const EXPORT_FORMATS = [...REPORT_FORMATS, 'navigator-mapped'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface FormatRow {
  /** What a reader chooses by. */
  readonly label: string;
  readonly detail: string;
  /** Language id of the editor. */
  readonly languageId: string;
  /** Of a file's name, without a dot. */
  readonly extension: string;
  /** In pieces, one after the other: of a large workspace it is long. */
  readonly render: (report: CoverageReport) => Iterable<string>;
}

export const FORMATS: Readonly<Record<ExportFormat, FormatRow>> = {
  text: {
    label: 'Text',
    detail: 'A summary to read',
    languageId: 'plaintext',
    extension: 'txt',
    render: (report) => [textReport(report)],
  },
  json: {
    label: 'JSON',
    detail: 'Everything, for programs',
    languageId: 'json',
    extension: 'json',
    render: jsonPieces,
  },
  markdown: {
    label: 'Markdown',
    detail: 'Tables for a wiki or a pull request',
    languageId: 'markdown',
    extension: 'md',
    render: markdownPieces,
  },
  html: {
    label: 'HTML',
    detail: 'A page to save, send or print',
    languageId: 'html',
    extension: 'html',
    render: (report) => [htmlReport(report)],
  },
  csv: {
    label: 'CSV',
    detail: 'A row for each technique and control, for a spreadsheet',
    languageId: 'csv',
    extension: 'csv',
    render: csvLines,
  },
  navigator: {
    label: 'ATT&CK Navigator layer',
    detail: 'To open in the ATT&CK Navigator',
    languageId: 'json',
    extension: 'json',
    render: (report) => [navigatorReport(report)],
  },
  'navigator-mapped': {
    label: 'Navigator layer of mapped techniques',
    detail: 'The techniques that cited controls are mapped to, to compare with the other layer',
    languageId: 'json',
    extension: 'json',
    render: (report) => [mappedReport(report)],
  },
};

export function renderReport(report: CoverageReport, format: ExportFormat): string {
  return runSteps(renderSteps(report, format)).join('');
}

/** Its pieces, one a step; put together they are the report. */
export function* renderSteps(report: CoverageReport, format: ExportFormat): Steps<string[]> {
  const pieces: string[] = [];
  for (const piece of FORMATS[format].render(report)) {
    pieces.push(piece);
    yield;
  }
  return pieces;
}
