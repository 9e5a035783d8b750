import type { Analysis } from '../core/analysis/analysis';
import { stateOf } from '../core/resolution/resolve';
import { ruleUrl } from '../core/rules/documentation/ruleUrl';
import type { Finding, Severity } from '../core/rules/rule';
import type { Settings } from '../core/settings/settings';
import type { Range } from '../core/text/span';
import type { Analyzed } from './analyze';
import type { CheckCommand } from './arguments';

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
  /** The other places that a summary speaks of; missing if there are none. */
  readonly related?: readonly JsonRelated[];
}

export interface JsonRelated {
  readonly range: Range;
  readonly message: string;
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
  /** That it was read under. */
  readonly settings: Settings;
}

export function checkFile({ path, analysis }: Analyzed, { hints }: Pick<CheckCommand, 'hints'>): CheckedFile {
  const findings = analysis.findings
    .filter(({ severity }) => severity !== 'hint' || hints)
    .map((finding) => toJson(path, finding, analysis));
  return { path, references: analysis.references.length, findings, settings: analysis.settings };
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
      state: finding.rule === 'unused-suppression' ? 'comment' : stateOf(analysis.resolve(reference)),
    },
    ...relatedIn(analysis, finding),
    source: lines.textOf(lines.lineAt(finding.span.start)),
  };
}

function relatedIn({ document }: Analysis, { related = [] }: Finding): Pick<JsonFinding, 'related'> {
  if (related.length === 0) return {};
  return {
    related: related.map(({ span, message }) => ({
      range: document.lines.rangeOf(span),
      message: message.text,
    })),
  };
}
