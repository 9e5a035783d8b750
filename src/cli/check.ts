import type { Analysis } from '../core/analysis/analysis';
import { stateOf } from '../core/resolution/resolve';
import { ruleUrl } from '../core/rules/documentation/ruleUrl';
import { SEVERITIES, type Finding, type Severity } from '../core/rules/rule';
import { counted } from '../core/text/message';
import type { Settings } from '../core/settings/settings';
import type { Range } from '../core/text/span';
import type { Analyzed } from './analyze';
import { checkAnnotations } from './annotations';
import type { CheckCommand } from './arguments';
import { checkText, type TextOptions } from './checkText';
import type { Comparison } from './compare/comparison';
import { fails } from './fails';
import { checkGitlab } from './gitlab';
import { checkJunit } from './junit';
import { json } from './json';
import { checkSarif } from './sarif';

/** One finding as `check --format json` prints it. */
export interface JsonFinding {
  readonly path: string;
  readonly range: Range;
  readonly rule: string;
  /** The public address of the rule's page. */
  readonly ruleUrl: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reference: { readonly id: string; readonly edition: string | null; readonly state: string };
}

export interface CheckSummary {
  readonly files: number;
  readonly references: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

export interface CheckReport {
  readonly findings: readonly JsonFinding[];
  readonly summary: CheckSummary;
  /** Only of a run that compares. */
  readonly comparison?: Comparison;
}

/** A finding with the line that it is in. */
export interface SourcedFinding extends JsonFinding {
  readonly source: string;
}

/** A report whose findings know their lines. */
export interface SourcedReport extends CheckReport {
  readonly findings: readonly SourcedFinding[];
}

/** What `check` takes of a file. */
export interface CheckedFile {
  readonly path: string;
  readonly references: number;
  readonly findings: readonly SourcedFinding[];
  /** That it was read under. */
  readonly settings: Settings;
}

export function checkFile({ path, analysis }: Analyzed, { hints }: Pick<CheckCommand, 'hints'>): CheckedFile {
  const findings = analysis.findings
    .filter(({ severity }) => severity !== 'hint' || hints)
    .map((finding) => toJson(path, finding, analysis));
  return { path, references: analysis.references.length, findings, settings: analysis.settings };
}

export function checkReport(
  files: readonly CheckedFile[],
  findings: readonly SourcedFinding[] = files.flatMap((file) => file.findings),
  comparison?: Comparison,
): SourcedReport {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  const references = files.reduce((sum, file) => sum + file.references, 0);
  const summary = { files: files.length, references, findings: counts };
  return { findings, summary, ...(comparison === undefined ? {} : { comparison }) };
}

/** 1 where a finding is at or above the bar. */
export function exitCode({ findings }: CheckReport, failOn: CheckCommand['failOn']): number {
  return findings.some((each) => fails(each, failOn)) ? 1 : 0;
}

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

/** One finding as a line of NDJSON. */
export function findingLine(finding: SourcedFinding): string {
  return `${JSON.stringify(withoutSource(finding))}\n`;
}

export function checkCounts({ summary }: CheckReport): string {
  const counts = SEVERITIES.filter((severity) => summary.findings[severity] > 0).map((severity) =>
    severity === 'information'
      ? `${summary.findings[severity]} information`
      : counted(summary.findings[severity], severity),
  );
  const found = counts.length > 0 ? counts.join(', ') : 'no findings';
  return `${counted(summary.files, 'file')}, ${counted(summary.references, 'reference')}: ${found}`;
}

function withoutSource({ source, ...rest }: SourcedFinding): JsonFinding {
  return rest;
}

function toJson(path: string, finding: Finding, analysis: Analysis): SourcedFinding {
  const { reference } = finding;
  const { lines } = analysis.document;
  return {
    path,
    range: lines.rangeOf(finding.span),
    rule: finding.rule,
    ruleUrl: ruleUrl(finding.rule),
    severity: finding.severity,
    message: finding.message.text,
    reference: {
      id: reference.id,
      edition: reference.edition?.edition ?? null,
      state: stateOf(analysis.resolve(reference)),
    },
    source: lines.textOf(lines.lineAt(finding.span.start)),
  };
}
