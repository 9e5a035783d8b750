import { parseArgs } from 'node:util';
import { EDITION_SETTINGS } from '../core/settings/settings';
import { SEVERITIES, type Severity } from '../core/rules/rule';
import { REPORT_FORMATS, type ReportFormat } from '../core/features/report/formats';
import { listed } from '../core/text/message';
import { failure, success, type Result } from '../core/text/result';

const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | CheckCommand
  | ExplainCommand
  | RefsCommand
  | CoverageCommand;

export interface CheckCommand {
  readonly name: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly edition: string;
  /** Findings at or above it make the exit code 1; `never` for none. */
  readonly failOn: Severity | 'never';
  /** Hints are left out unless asked for. */
  readonly hints: boolean;
}

export interface ExplainCommand {
  readonly name: 'explain';
  readonly id: string;
  readonly format: Format;
  readonly edition: string | undefined;
}

export interface RefsCommand {
  readonly name: 'refs';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly edition: string;
}

export interface CoverageCommand {
  readonly name: 'coverage';
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly edition: string;
  /** The file to write; undefined for the standard output. */
  readonly output: string | undefined;
}

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  edition: { type: 'string' },
  'fail-on': { type: 'string', default: 'warning' },
  hints: { type: 'boolean', default: false },
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** Reads the arguments after the program's name; a failure tells what to type instead. */
export function parseCommand(argv: readonly string[]): Result<Command> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return failure('bad-argument', error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.help || name === 'help') return success({ name: 'help' });
  if (values.version) return success({ name: 'version' });
  const { edition, output } = values;
  const formats = name === 'coverage' ? REPORT_FORMATS : FORMATS;
  if (!formats.some((each) => each === values.format))
    return failure('bad-format', `--format is ${listed(formats, 'or')}, not ${values.format}`);
  if (output !== undefined && name !== 'coverage')
    return failure('bad-argument', '--output belongs to coverage');
  if (edition !== undefined && !EDITION_SETTINGS.some((each) => each === edition)) {
    return failure('bad-edition', `--edition is ${EDITION_SETTINGS.join(', ')}, not ${edition}`);
  }
  if (name === 'coverage')
    return coverageCommand(rest, values.format as ReportFormat, edition ?? 'auto', output);
  const format = values.format as Format;
  switch (name) {
    case 'check':
      return checkCommand(rest, format, edition, values['fail-on'], values.hints);
    case 'refs':
      return withPaths(rest, () => ({ name, paths: rest, format, edition: edition ?? 'auto' }));
    case 'explain': {
      const [id, ...more] = rest;
      if (!id || more.length > 0) return failure('bad-argument', 'explain takes one id');
      return success({ name, id, format, edition: edition === 'auto' ? undefined : edition });
    }
    case undefined:
      return failure('no-command', 'Say what to do: check, explain, refs or coverage');
    default:
      return failure(
        'bad-command',
        `There is no command ${name}; there are check, explain, refs and coverage`,
      );
  }
}

function checkCommand(
  paths: readonly string[],
  format: Format,
  edition: string | undefined,
  failOn: string,
  hints: boolean,
): Result<Command> {
  const severity = [...SEVERITIES, 'never' as const].find((each) => each === failOn);
  if (!severity)
    return failure('bad-severity', `--fail-on is ${SEVERITIES.join(', ')} or never, not ${failOn}`);
  return withPaths(paths, () => ({
    name: 'check',
    paths,
    format,
    edition: edition ?? 'auto',
    failOn: severity,
    hints: hints || severity === 'hint',
  }));
}

function coverageCommand(
  paths: readonly string[],
  format: ReportFormat,
  edition: string,
  output: string | undefined,
): Result<Command> {
  if (output === '') return failure('bad-argument', '--output names a file');
  return withPaths(paths, () => ({ name: 'coverage', paths, format, edition, output }));
}

function withPaths(paths: readonly string[], command: () => Command): Result<Command> {
  return paths.length > 0 ? success(command()) : failure('no-path', 'Name at least one file or folder');
}

export const HELP = `Usage: control-lens COMMAND

  check PATHS…   Check the policies below the paths
    --format text|json
    --edition auto|4.1|4.0|mapping   how controls are numbered where a document does not say
    --fail-on error|warning|information|hint|never   what makes the exit code 1 (default: warning)
    --hints                          list hints too

  explain ID     Tell what is known about a technique or a control
    --format text|json
    --edition 4.1|4.0|mapping        (default: as the mapping file numbers it, or the newest edition that has the id)

  refs PATHS…    List every reference with its edition, certainty and evidence
    --format text|json
    --edition auto|4.1|4.0|mapping

  coverage PATHS…  Set the techniques that are named against the controls that are cited
    --format text|json|markdown|html|csv|navigator
    --edition auto|4.1|4.0|mapping
    --output FILE                    write the report there, and print its counts (default: print the report)

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.
`;
