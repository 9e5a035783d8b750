import { counted } from '../core/text/message';
import { SEVERITIES, type Severity } from '../core/rules/rule';
import type { CheckReport } from './check';
import type { JsonFinding } from './findings';
import { printable } from './printable';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** GitHub shows so many of each kind for a step, and no word of the others. */
export const MAX_ANNOTATIONS = 10;

/**
 * Commands that GitHub Actions reads in a log, and shows beside the lines of a pull request. What is more than it shows
 * is listed in a group of the log.
 */
export function checkAnnotations({ findings }: CheckReport): string {
  const shown = new Set(SEVERITIES.flatMap((each) => firstOf(findings, COMMANDS[each])));
  const rest = findings.filter((finding) => !shown.has(finding));
  const commands = findings.filter((finding) => shown.has(finding)).map(annotation);
  return [...commands, ...others(rest)].join('');
}

function firstOf(findings: readonly JsonFinding[], command: string): JsonFinding[] {
  return findings.filter(({ severity }) => COMMANDS[severity] === command).slice(0, MAX_ANNOTATIONS);
}

function others(rest: readonly JsonFinding[]): string[] {
  if (rest.length === 0) return [];
  const title = `and ${counted(rest.length, 'more finding')} that GitHub doesn't show next to the lines`;
  return [`::group::${title}\n`, ...rest.map(listed), '::endgroup::\n'];
}

/** The dash keeps a name or a message from being read as a command. */
function listed({ path, range, severity, rule, message }: JsonFinding): string {
  const { line, character } = range.start;
  const text = `${path}:${line + 1}:${character + 1}: ${severity} ${rule}: ${message}`;
  return `- ${printable(text).replaceAll('##[', '## [')}\n`;
}

function annotation({ path: file, range, rule: title, severity, message }: JsonFinding): string {
  const { start, end } = range;
  const place = {
    file,
    line: start.line + 1,
    col: start.character + 1,
    ...(end.line === start.line ? { endColumn: end.character + 1 } : { endLine: end.line + 1 }),
    title,
  };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replace(/[%\r\n]/g, encodeURIComponent);
}

function escapeProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, encodeURIComponent);
}
