import type { Analysis } from '../core/analysis/analysis';
import { stateOf } from '../core/resolution/resolve';
import { ruleUrl } from '../core/rules/documentation/ruleUrl';
import { SEVERITIES, type Finding, type Severity } from '../core/rules/rule';
import { counted } from '../core/text/message';
import type { Settings } from '../core/settings/settings';
import type { Range } from '../core/text/span';
import type { Analyzed } from './analyze';
import { checkAnnotations } from './annotations';
import type { CheckCommand, CheckFormat } from './arguments';
import { comparisonLines, type Comparison } from './compare/comparison';
import { json } from './json';
import { printable } from './printable';
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
  if (failOn === 'never') return 0;
  const bar = SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= bar) ? 1 : 0;
}

/** `version` is the program's own. */
export function renderCheck(report: SourcedReport, format: CheckFormat, version: string): string {
  switch (format) {
    case 'text':
      return checkText(report);
    case 'json':
      return json({ ...report, findings: report.findings.map(withoutSource) });
    case 'sarif':
      return json(checkSarif(report, version));
    case 'github':
      return `${checkAnnotations(report)}${checkCounts(report)}\n`;
  }
}

/** `path:line:column severity rule message`, lines and columns from one, as compilers print them. */
function checkText(report: CheckReport): string {
  const lines = report.findings.map(({ path, range, severity, rule, message }) => {
    const { line, character } = range.start;
    return `${printable(path)}:${line + 1}:${character + 1}: ${severity} ${rule}: ${printable(message)}`;
  });
  lines.push(checkCounts(report));
  lines.push(...comparisonLines(report.comparison));
  if (report.findings.length > 0) {
    lines.push(
      `Rules: ${[...new Set(report.findings.map(({ ruleUrl: url }) => url))].join(' ')}`,
      'To silence a finding, add a comment: control-lens-disable-line RULE at the end of its line, or control-lens-disable RULE for the rest of the file.',
    );
  }
  return `${lines.join('\n')}\n`;
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
