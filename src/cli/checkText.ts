import { printable } from './printable';
import { checkCounts, type SourcedReport } from './check';
import type { SourcedFinding } from './findings';
import { comparisonLines } from './compare/comparison';
import { SEVERITY_LOOKS, type Style } from './style';

export interface TextOptions {
  /** Whether each finding is shown with its line. */
  readonly showSource: boolean;
  readonly style: Style;
}

/** `path:line:column: severity rule: message`, lines and columns from one, as compilers print them. */
export function findingText(finding: SourcedFinding, { showSource, style }: TextOptions): string {
  const { path, range, severity, rule, message } = finding;
  const { line, character } = range.start;
  const place = style('bold', `${printable(path)}:${line + 1}:${character + 1}`);
  const said = `${style(SEVERITY_LOOKS[severity], severity)} ${rule}: ${printable(message)}`;
  return `${place}: ${said}\n${showSource ? frame(finding, style) : ''}`;
}

/** What follows the findings. */
export function endText(report: SourcedReport, quiet: boolean): string {
  if (quiet) return '';
  const lines = [checkCounts(report), ...comparisonLines(report.comparison)];
  if (report.findings.length > 0)
    lines.push(
      `Rules: ${[...new Set(report.findings.map(({ ruleUrl: url }) => url))].join(' ')}`,
      'To silence a finding, add a comment: control-lens-disable-line RULE at the end of its line, or control-lens-disable RULE for the rest of the file.',
    );
  return `${lines.join('\n')}\n`;
}

export function checkText(report: SourcedReport, options: TextOptions, quiet: boolean): string {
  return report.findings.map((each) => findingText(each, options)).join('') + endText(report, quiet);
}

const MAX_WIDTH = 120;
const BEFORE = 40;

/** The line with a mark below what is meant; of a long line, what is around it. */
function frame({ source, range }: SourcedFinding, style: Style): string {
  const { start, end } = range;
  const from = source.length > MAX_WIDTH ? Math.max(0, start.character - BEFORE) : 0;
  const shown = oneWide(source.slice(from, from + MAX_WIDTH));
  const last = end.line === start.line ? end.character : source.length;
  const length = Math.max(1, Math.min(last, from + MAX_WIDTH) - start.character);
  const number = String(start.line + 1);
  const mark = ' '.repeat(start.character - from) + style('green', '^'.repeat(length));
  return `  ${style('gray', `${number} |`)} ${shown.trimEnd()}\n  ${' '.repeat(number.length)} ${style('gray', '|')} ${mark}\n`;
}

/** Each character as wide as the others, so that the mark is below what it means. */
function oneWide(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
