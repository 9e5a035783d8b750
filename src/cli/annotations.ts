import type { Severity } from '../core/rules/rule';
import type { CheckReport, JsonFinding } from './check';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Commands that GitHub Actions reads in a log, and shows beside the lines of a pull request. */
export function checkAnnotations({ findings }: CheckReport): string {
  return findings.map(annotation).join('');
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
