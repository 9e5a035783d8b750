import type { Finding } from '../core/rules/rule';
import type { Settings } from '../core/settings/settings';
import { plainFinding } from '../library/plain';
import type { Finding as PlainFinding } from '../library/types';
import type { Analyzed } from './analyze';
import type { CheckCommand } from './arguments';
import { isInDeprecatedFolder } from './deprecatedFolders';

/** One finding as `check --format json` prints it. */
export interface JsonFinding extends Omit<PlainFinding, 'span' | 'replacements'> {
  readonly path: string;
}

/** A finding with the line that it is in. */
export interface SourcedFinding extends JsonFinding {
  readonly source: string;
}

/** What `check` takes of a file. */
export interface CheckedFile {
  readonly path: string;
  readonly references: number;
  readonly findings: readonly SourcedFinding[];
  /** How many findings are counted and not listed, since the file is in a folder of what is deprecated. */
  readonly setAside: number;
  /** That it was read under. */
  readonly settings: Settings;
}

export function checkFile(
  { path, analysis }: Analyzed,
  { hints, paths }: Pick<CheckCommand, 'hints' | 'paths'>,
): CheckedFile {
  const { lines } = analysis.document;
  const sourced = (finding: Finding): SourcedFinding => ({
    path,
    ...plainFinding(finding, analysis),
    source: lines.textOf(lines.lineAt(finding.span.start)),
  });
  const findings = analysis.findings.filter(({ severity }) => severity !== 'hint' || hints).map(sourced);
  const isSetAside = isInDeprecatedFolder(path, paths);
  return {
    path,
    references: analysis.references.length,
    findings: isSetAside ? [] : findings,
    setAside: isSetAside ? findings.length : 0,
    settings: analysis.settings,
  };
}

/** One finding as a line of NDJSON. */
export function findingLine(finding: SourcedFinding): string {
  return `${JSON.stringify(withoutSource(finding))}\n`;
}

/** As it is printed. */
export function withoutSource(finding: SourcedFinding): JsonFinding {
  const { path, range, rule, ruleUrl: url, severity, message, reference, related } = finding;
  const plain = { path, range, rule, ruleUrl: url, severity, message, reference };
  return related === undefined ? plain : { ...plain, related };
}
