import { SEVERITIES, type Severity } from '../core/rules/rule';

/** Whether a finding is at or above the bar. */
export function fails({ severity }: { readonly severity: Severity }, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
