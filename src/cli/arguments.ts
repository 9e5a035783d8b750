import { REPORT_FORMATS, type ReportFormat } from '../core/report/formats';
import { SEVERITIES, type Severity } from '../core/rules/rule';
import { DEFAULT_SETTINGS, EDITION_SETTINGS, type Settings } from '../core/settings/settings';
import { listed } from '../core/text/message';
import { failure, success, type Result } from '../core/text/result';
import {
  COMMANDS,
  frameworksOf,
  misplaced,
  oneOf,
  settingsFrom,
  splitArguments,
  type Values,
} from './options';

const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];
const CHECK_FORMATS = [...FORMATS, 'sarif', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | CheckCommand
  | ExplainCommand
  | RefsCommand
  | CoverageCommand;

/** What commands that read files have in common. */
export interface Reading {
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** A file of the editor's settings, to be parsed with. */
  readonly settingsFile: string | undefined;
  /** Globs of what is left out below each path, relative to it. */
  readonly exclude: readonly string[];
}

export interface CheckCommand extends Reading {
  readonly name: 'check';
  readonly format: CheckFormat;
  /** Findings at or above it make the exit code 1; `never` for none. */
  readonly failOn: Severity | 'never';
  /** Hints are left out unless asked for. */
  readonly hints: boolean;
  /** The file to write; undefined for the standard output. */
  readonly output: string | undefined;
  /** A commit: only findings that the working tree adds to it are told. */
  readonly since: string | undefined;
  readonly baseline: BaselineUse | undefined;
}

/** A file of findings that are known, and what is to be done with it. */
export interface BaselineUse {
  readonly file: string;
  /** `prune` takes out what is not found anymore; `update` also puts in what is. */
  readonly action: 'compare' | 'update' | 'prune';
}

export interface ExplainCommand {
  readonly name: 'explain';
  readonly id: string;
  readonly format: Format;
  readonly edition: string | undefined;
  /** Keys of the frameworks that are spoken of. */
  readonly frameworks: readonly string[];
}

export interface RefsCommand extends Reading {
  readonly name: 'refs';
  readonly format: Format;
}

export interface CoverageCommand extends Reading {
  readonly name: 'coverage';
  readonly format: ReportFormat;
  /** The file to write; undefined for the standard output. */
  readonly output: string | undefined;
}

/** What holds unless an option says otherwise; below a folder, MDX is read too. */
export const DEFAULTS: Settings = { ...DEFAULT_SETTINGS, languages: ['markdown', 'mdx', 'yaml'] };

/** Reads the arguments after the program's name; a failure tells what to type instead. */
export function parseCommand(argv: readonly string[], base: Settings = DEFAULTS): Result<Command> {
  const split = splitArguments(argv);
  if (!split.ok) return split;
  const { values, positionals } = split.value;
  const [word, ...rest] = positionals;
  if (values.help || word === 'help') return success({ name: 'help' });
  if (values.version) return success({ name: 'version' });
  if (word === undefined) return failure('no-command', `Missing command: ${listed(COMMANDS, 'or')}`);
  const name = COMMANDS.find((each) => each === word);
  if (!name) return failure('bad-command', `Unknown command ${word}. Commands: ${listed(COMMANDS)}`);
  const wrong = misplaced(name, values);
  if (wrong !== undefined) return failure('bad-argument', wrong);
  return name === 'explain' ? explainCommand(rest, values) : readingCommand(name, rest, values, base);
}

function explainCommand([id, ...more]: readonly string[], values: Values): Result<Command> {
  if (id === undefined || more.length > 0) return failure('bad-argument', 'explain takes one ID');
  const format = oneOf('format', values.format ?? 'text', FORMATS);
  if (!format.ok) return format;
  const edition = oneOf('edition', values.edition ?? 'auto', EDITION_SETTINGS);
  if (!edition.ok) return edition;
  const own = edition.value === 'auto' ? undefined : edition.value;
  const frameworks = frameworksOf(values.framework, DEFAULTS.enabledFrameworks);
  if (!frameworks.ok) return frameworks;
  return success({
    name: 'explain',
    id,
    format: format.value,
    edition: own,
    frameworks: frameworks.value,
  });
}

function readingCommand(
  name: 'check' | 'refs' | 'coverage',
  paths: readonly string[],
  values: Values,
  base: Settings,
): Result<Command> {
  if (paths.length === 0) return failure('no-path', 'Name at least one file or folder');
  if (values.output === '') return failure('bad-argument', '--output needs a file name');
  if (values.settings === '') return failure('bad-argument', '--settings needs a file name');
  const settings = settingsFrom(values, base);
  if (!settings.ok) return settings;
  const reading = {
    paths,
    settings: settings.value,
    settingsFile: values.settings,
    exclude: values.exclude ?? [],
  };
  const asked = values.format ?? 'text';
  switch (name) {
    case 'check':
      return checkCommand(reading, asked, values);
    case 'refs': {
      const format = oneOf('format', asked, FORMATS);
      return format.ok ? success({ name, ...reading, format: format.value }) : format;
    }
    case 'coverage': {
      const format = oneOf('format', asked, REPORT_FORMATS);
      return format.ok ? success({ name, ...reading, format: format.value, output: values.output }) : format;
    }
  }
}

function checkCommand(reading: Reading, asked: string, values: Values): Result<Command> {
  const format = oneOf('format', asked, CHECK_FORMATS);
  if (!format.ok) return format;
  const failOn = oneOf('fail-on', values['fail-on'] ?? 'warning', [...SEVERITIES, 'never'] as const);
  if (!failOn.ok) return failOn;
  const baseline = baselineUse(values);
  if (!baseline.ok) return baseline;
  if (values.since === '') return failure('bad-argument', '--since needs a commit, a branch or a tag');
  return success({
    name: 'check',
    ...reading,
    format: format.value,
    failOn: failOn.value,
    hints: values.hints === true || failOn.value === 'hint',
    output: values.output,
    since: values.since,
    baseline: baseline.value,
  });
}

function baselineUse(values: Values): Result<BaselineUse | undefined> {
  const { baseline: file, since } = values;
  const actions = (['update', 'prune'] as const).filter((each) => values[`${each}-baseline`] === true);
  const [action = 'compare'] = actions;
  if (file === '') return failure('bad-argument', '--baseline needs a file name');
  if (actions.length > 1)
    return failure('bad-argument', '--update-baseline prunes as well: leave out --prune-baseline');
  if (action !== 'compare' && file === undefined)
    return failure('bad-argument', `--${action}-baseline needs --baseline FILE`);
  if (action !== 'compare' && since !== undefined)
    return failure('bad-argument', `--${action}-baseline needs all findings: leave out --since`);
  return success(file === undefined ? undefined : { file, action });
}
