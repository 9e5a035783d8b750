import type { CheckReport } from './check';
import type { JsonFinding } from './findings';
import type { CheckCommand } from './arguments';
import { fails } from './fails';

/** A report in the XML of JUnit: a suite for each file with findings, a failed case for each that fails the check. */
export function checkJunit({ findings, summary }: CheckReport, failOn: CheckCommand['failOn']): string {
  const paths = [...new Set(findings.map(({ path }) => path))];
  const failures = findings.filter((each) => fails(each, failOn)).length;
  const counts = `tests="${Math.max(findings.length, 1)}" failures="${failures}" errors="0"`;
  const suites = paths.map((path) =>
    suite(
      path,
      findings.filter((each) => each.path === path),
      failOn,
    ),
  );
  const none = `  <testsuite name="control-lens" tests="1" failures="0" errors="0">\n    <testcase name="${summary.files} files" classname="control-lens"/>\n  </testsuite>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="control-lens" ${counts}>\n${suites.length > 0 ? suites.join('') : none}</testsuites>\n`;
}

function suite(path: string, findings: readonly JsonFinding[], failOn: CheckCommand['failOn']): string {
  const failures = findings.filter((each) => fails(each, failOn)).length;
  const cases = findings.map((each) => testCase(each, fails(each, failOn))).join('');
  return `  <testsuite name="${escape(path)}" tests="${findings.length}" failures="${failures}" errors="0">\n${cases}  </testsuite>\n`;
}

function testCase({ path, range, rule, severity, message }: JsonFinding, isFailed: boolean): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const open = `    <testcase name="${escape(`${rule} ${place}`)}" classname="${escape(path)}" file="${escape(path)}" line="${range.start.line + 1}">\n`;
  const text = escape(`${path}:${place}: ${message}`);
  const said = isFailed
    ? `      <failure type="${severity}" message="${escape(message)}">${text}</failure>\n`
    : `      <system-out>${text}</system-out>\n`;
  return `${open}${said}    </testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML cannot hold at all is replaced. */
function escape(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}
