import { checkAnnotations } from './annotations';
import type { CheckCommand } from './arguments';
import { checkCounts, type SourcedReport } from './check';
import { checkText, type TextOptions } from './checkText';
import { fails } from './fails';
import { findingLine, withoutSource } from './findings';
import { checkGitlab } from './gitlab';
import { json } from './json';
import { checkJunit } from './junit';
import { checkSarif } from './sarif';

/** How a report is printed. */
export interface Rendering extends TextOptions {
  /** The program's own. */
  readonly version: string;
}

export function renderCheck(
  report: SourcedReport,
  { format, failOn, quiet }: Pick<CheckCommand, 'format' | 'failOn' | 'quiet'>,
  rendering: Rendering,
): string {
  const shown = quiet
    ? { ...report, findings: report.findings.filter((each) => fails(each, failOn)) }
    : report;
  switch (format) {
    case 'text':
      return checkText(shown, rendering, quiet);
    case 'json':
      return json({ ...shown, findings: shown.findings.map(withoutSource) });
    case 'ndjson':
      return shown.findings.map(findingLine).join('');
    case 'sarif':
      return json(checkSarif(shown, rendering.version));
    case 'github':
      return `${checkAnnotations(shown)}${quiet ? '' : `${checkCounts(report)}\n`}`;
    case 'junit':
      return checkJunit(shown, failOn);
    case 'gitlab':
      return json(checkGitlab(shown));
  }
}
