import type { Severity } from '../core/rules/rule';
import type { SourcedReport } from './check';
import { fingerprints } from './fingerprints';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** A code quality report as GitLab reads it: paths relative to the repository, a fingerprint for each finding. */
export function checkGitlab({ findings }: SourcedReport): object[] {
  const prints = fingerprints(findings);
  return findings.map(({ path, range, rule, severity, message }, index) => ({
    description: message,
    check_name: rule,
    fingerprint: prints[index],
    severity: SEVERITIES[severity],
    location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  }));
}
