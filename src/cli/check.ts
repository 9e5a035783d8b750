import { SEVERITIES, type Severity } from '../core/rules/rule';
import { counted } from '../core/text/message';
import type { CheckCommand } from './arguments';
import type { Comparison } from './compare/comparison';
import { fails } from './fails';
import type { CheckedFile, JsonFinding, SourcedFinding } from './findings';

export interface CheckSummary {
  readonly files: number;
  readonly references: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings in folders of what is deprecated, which are not listed; missing if there are none. */
  readonly inDeprecatedFolders?: number;
}

export interface CheckReport {
  readonly findings: readonly JsonFinding[];
  readonly summary: CheckSummary;
  /** Only of a run that compares. */
  readonly comparison?: Comparison;
}

/** A report whose findings know their lines. */
export interface SourcedReport extends CheckReport {
  readonly findings: readonly SourcedFinding[];
}

export function checkReport(
  files: readonly CheckedFile[],
  findings: readonly SourcedFinding[] = files.flatMap((file) => file.findings),
  comparison?: Comparison,
): SourcedReport {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  const references = files.reduce((sum, file) => sum + file.references, 0);
  const setAside = files.reduce((sum, file) => sum + file.setAside, 0);
  const summary = {
    files: files.length,
    references,
    findings: counts,
    ...(setAside > 0 && { inDeprecatedFolders: setAside }),
  };
  return { findings, summary, ...(comparison === undefined ? {} : { comparison }) };
}

/** 1 if a finding is at or above the bar, or if there are more warnings than allowed. */
export function exitCode(
  { findings, summary }: CheckReport,
  { failOn, maxWarnings = Infinity }: Pick<CheckCommand, 'failOn' | 'maxWarnings'>,
): number {
  return summary.findings.warning > maxWarnings || findings.some((each) => fails(each, failOn)) ? 1 : 0;
}

export function checkCounts({ summary }: CheckReport): string {
  const counts = SEVERITIES.filter((severity) => summary.findings[severity] > 0).map((severity) =>
    severity === 'information'
      ? `${summary.findings[severity]} information`
      : counted(summary.findings[severity], severity),
  );
  const found = counts.length > 0 ? counts.join(', ') : 'no findings';
  const { inDeprecatedFolders: more = 0 } = summary;
  const aside = more > 0 ? ` (and ${more} in deprecated folders, not listed)` : '';
  return `${counted(summary.files, 'file')}, ${counted(summary.references, 'reference')}: ${found}${aside}`;
}
