import { isHttps } from '../core/publisher/download';
import { REPORT_FORMATS, type ReportFormat } from '../core/report/formats';
import { MENDABLE } from '../core/edits/fixAll';
import { RULE_IDS, SEVERITIES, type RuleId, type Severity } from '../core/rules/rule';
import {
  ATTACK_VERSIONS,
  DEFAULT_SETTINGS,
  EDITION_SETTINGS,
  type Settings,
} from '../core/settings/settings';
import { listed } from '../core/text/message';
import { didYouMean } from '../core/text/nearest';
import { failure, success, type Result } from '../core/text/result';
import { COMMANDS, type CommandName, type Values } from './optionTable';
import {
  frameworksOf,
  maxWarningsOf,
  misplaced,
  oneOf,
  ruleNames,
  settingsFrom,
  splitArguments,
  unknownRule,
} from './options';

const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];
const STREAM_FORMATS = [...FORMATS, 'ndjson'] as const;
export type StreamFormat = (typeof STREAM_FORMATS)[number];
const CHECK_FORMATS = [...STREAM_FORMATS, 'sarif', 'github', 'junit', 'gitlab'] as const;
const LAYERS = ['named', 'mapped'] as const;
const EXPLAIN_FORMATS = [...FORMATS, 'markdown'] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help'; readonly of: CommandName | undefined }
  | { readonly name: 'version' }
  | CheckCommand
  | ExplainCommand
  | RefsCommand
  | CoverageCommand
  | ChangesCommand
  | FixCommand
  | MigrateCommand
  | RulesCommand
  | InitCommand
  | DataCommand
  | PrintConfigCommand;

/** What commands that read files have in common. */
export interface Reading {
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** A file of the editor's settings, to be parsed with. */
  readonly settingsFile: string | undefined;
  /** Globs of what is left out below each path, relative to it. */
  readonly exclude: readonly string[];
  /** A file that lists paths; `-` for the standard input. */
  readonly filesFrom: string | undefined;
  /** What the path `-` is called. */
  readonly stdinFilename: string | undefined;
  readonly usesConfiguration: boolean;
  readonly usesIgnoreFiles: boolean;
  /** What the options say more than the settings of a file. */
  readonly withOptions: (settings: Settings) => Settings;
}

export interface CheckCommand extends Reading {
  readonly name: 'check';
  readonly format: CheckFormat;
  /** Findings at or above it make the exit code 1; `never` for none. */
  readonly failOn: Severity | 'never';
  /** More warnings make the exit code 1, whatever `failOn` is. */
  readonly maxWarnings: number | undefined;
  /** Hints are left out unless asked for. */
  readonly hints: boolean;
  /** Only findings that make the exit code 1 are told. */
  readonly quiet: boolean;
  /** Undefined for what the terminal is: findings with their lines where somebody reads them. */
  readonly showSource: boolean | undefined;
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
  readonly format: ExplainFormat;
  readonly edition: string | undefined;
  /** Keys of the frameworks that are spoken of. */
  readonly frameworks: readonly string[];
}

export interface RefsCommand extends Reading {
  readonly name: 'refs';
  readonly format: StreamFormat;
}

export interface ChangesCommand extends Reading {
  readonly name: 'changes';
  readonly format: ExplainFormat;
  /** Bundled releases of ATT&CK, the earlier one first. */
  readonly from: string;
  readonly to: string;
}

/** What changes documents, and how it says so. */
interface Changing extends Reading {
  readonly format: Format;
  /** Nothing is written. */
  readonly isDry: boolean;
  readonly diff: boolean;
}

export interface FixCommand extends Changing {
  readonly name: 'fix';
  /** Undefined for what is fixed on save in the editor. */
  readonly rules: readonly RuleId[] | undefined;
}

export interface MigrateCommand extends Changing {
  readonly name: 'migrate';
  /** Undefined for a migration to a release of ATT&CK. */
  readonly from: string | undefined;
  /** An edition of controls, or `attack-19`. */
  readonly to: string;
}

/** Bundled releases of ATT&CK, oldest first. */
const RELEASES: readonly string[] = ATTACK_VERSIONS.filter((each) => each !== 'newest').toReversed();

/** What `migrate --to` takes besides editions: the newest bundled release of ATT&CK. */
export const ATTACK_TARGET = `attack-${RELEASES.at(-1)?.split('.')[0] ?? ''}`;

export interface RulesCommand {
  readonly name: 'rules';
  /** Undefined for all. */
  readonly rule: RuleId | undefined;
  readonly format: Format;
}

export interface InitCommand {
  readonly name: 'init';
  readonly folder: string;
  readonly isDry: boolean;
}

export const DATA_ACTIONS = ['import', 'download', 'list', 'rollback'] as const;

export interface DataCommand {
  readonly name: 'data';
  readonly action: (typeof DATA_ACTIONS)[number];
  /** Files and folders to import, or addresses to download; none for those of the publishers. */
  readonly names: readonly string[];
  readonly format: Format;
}

export interface PrintConfigCommand extends Reading {
  readonly name: 'print-config';
  readonly file: string;
}

export interface CoverageCommand extends Reading {
  readonly name: 'coverage';
  readonly format: ReportFormat;
  /** The file to write; undefined for the standard output. */
  readonly output: string | undefined;
  /** Techniques of a tactic alone. */
  readonly tactic: string | undefined;
  /** A file that lists techniques. */
  readonly techniques: string | undefined;
  /** What a layer of the Navigator shows. */
  readonly layer: (typeof LAYERS)[number];
}

/** What holds unless an option says otherwise; below a folder, MDX is read too. */
export const DEFAULTS: Settings = { ...DEFAULT_SETTINGS, languages: ['markdown', 'mdx', 'yaml', 'toml'] };

/** Reads the arguments after the program's name; a failure tells what to type instead. */
export function parseCommand(argv: readonly string[], base: Settings = DEFAULTS): Result<Command> {
  const split = splitArguments(argv);
  if (!split.ok) return split;
  const { values, positionals } = split.value;
  const [word, ...rest] = positionals;
  const name = COMMANDS.find((each) => each === (word === 'help' ? rest[0] : word));
  if (values.help || word === 'help') return success({ name: 'help', of: name });
  if (values.version) return success({ name: 'version' });
  if (values['print-config'] !== undefined) return printConfigCommand(values['print-config'], values, base);
  if (word === undefined) return failure('no-command', `Missing command: ${listed(COMMANDS, 'or')}`);
  if (!name)
    return failure(
      'bad-command',
      `Unknown command ${word}.${didYouMean(word, COMMANDS)} Commands: ${listed(COMMANDS)}`,
    );
  const wrong = misplaced(name, values);
  if (wrong !== undefined) return failure('bad-argument', wrong);
  switch (name) {
    case 'explain':
      return explainCommand(rest, values);
    case 'rules':
      return rulesCommand(rest, values);
    case 'init':
      return initCommand(rest, values);
    case 'data':
      return dataCommand(rest, values);
    default:
      return readingCommand(name, rest, values, base);
  }
}

function rulesCommand([id, ...more]: readonly string[], values: Values): Result<Command> {
  if (more.length > 0) return failure('bad-argument', 'rules takes one rule, or none');
  const rule = RULE_IDS.find((each) => each === id);
  if (id !== undefined && rule === undefined) return unknownRule(id);
  const format = oneOf('format', values.format ?? 'text', FORMATS);
  return format.ok ? success({ name: 'rules', rule, format: format.value }) : format;
}

function initCommand([folder = '.', ...more]: readonly string[], values: Values): Result<Command> {
  if (more.length > 0) return failure('bad-argument', 'init takes one folder, or none');
  return success({ name: 'init', folder, isDry: values['dry-run'] === true });
}

function dataCommand([action, ...names]: readonly string[], values: Values): Result<Command> {
  const known = DATA_ACTIONS.find((each) => each === action);
  if (!known) return failure('bad-argument', `data must be followed by ${listed(DATA_ACTIONS, 'or')}`);
  const format = oneOf('format', values.format ?? 'text', FORMATS);
  if (!format.ok) return format;
  const isAlone = known === 'list' || known === 'rollback';
  if (isAlone && names.length > 0) return failure('bad-argument', `data ${known} takes no names`);
  if (known === 'import' && names.length === 0)
    return failure('no-path', 'Name at least one file or folder to import');
  const wrong = known === 'download' ? names.find((each) => !isHttps(each)) : undefined;
  return wrong === undefined
    ? success({ name: 'data', action: known, names, format: format.value })
    : failure('bad-argument', `${wrong} isn't an https address`);
}

function printConfigCommand(file: string, values: Values, base: Settings): Result<Command> {
  if (file === '') return failure('bad-argument', '--print-config needs a file name');
  const reading = readingOf([file], values, base);
  return reading.ok ? success({ name: 'print-config', file, ...reading.value }) : reading;
}

function explainCommand([id, ...more]: readonly string[], values: Values): Result<Command> {
  if (id === undefined || more.length > 0) return failure('bad-argument', 'explain takes one ID');
  const format = oneOf('format', values.format ?? 'text', EXPLAIN_FORMATS);
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

function readingOf(paths: readonly string[], values: Values, base: Settings): Result<Reading> {
  const named = ['output', 'settings', 'files-from', 'stdin-filename', 'techniques'] as const;
  const empty = named.find((each) => values[each] === '');
  if (empty !== undefined) return failure('bad-argument', `--${empty} needs a file name`);
  const { 'files-from': filesFrom, 'stdin-filename': stdinFilename } = values;
  if (paths.length === 0 && filesFrom === undefined)
    return failure('no-path', 'Name at least one file or folder');
  if (stdinFilename !== undefined && !paths.includes('-'))
    return failure('bad-argument', '--stdin-filename needs the path -, which reads standard input');
  if (filesFrom === '-' && paths.includes('-'))
    return failure('bad-argument', 'Standard input is either a list of files or a text');
  const settings = settingsFrom(values, base);
  if (!settings.ok) return settings;
  return success({
    paths,
    settings: settings.value,
    settingsFile: values.settings,
    exclude: values.exclude ?? [],
    filesFrom,
    stdinFilename,
    usesConfiguration: values['no-config'] !== true,
    usesIgnoreFiles: values['no-ignore'] !== true,
    withOptions: (own) => {
      const more = settingsFrom(values, own);
      return more.ok ? more.value : own;
    },
  });
}

function readingCommand(
  name: 'check' | 'refs' | 'coverage' | 'changes' | 'fix' | 'migrate',
  paths: readonly string[],
  values: Values,
  base: Settings,
): Result<Command> {
  const reading = readingOf(paths, name === 'fix' ? { ...values, rule: [] } : values, base);
  if (!reading.ok) return reading;
  const asked = values.format ?? 'text';
  switch (name) {
    case 'check':
      return checkCommand(reading.value, asked, values);
    case 'refs': {
      const format = oneOf('format', asked, STREAM_FORMATS);
      return format.ok ? success({ name, ...reading.value, format: format.value }) : format;
    }
    case 'coverage':
      return coverageCommand(reading.value, asked, values);
    case 'changes':
      return changesCommand(reading.value, asked, values);
    default:
      return changingCommand(name, reading.value, asked, values);
  }
}

function changesCommand(reading: Reading, asked: string, values: Values): Result<Command> {
  const format = oneOf('format', asked, EXPLAIN_FORMATS);
  if (!format.ok) return format;
  const [oldest = '', ...later] = RELEASES;
  const from = oneOf('from', values.from ?? oldest, RELEASES);
  if (!from.ok) return from;
  const to = oneOf('to', values.to ?? later.at(-1) ?? '', RELEASES);
  if (!to.ok) return to;
  return RELEASES.indexOf(from.value) < RELEASES.indexOf(to.value)
    ? success({ name: 'changes', ...reading, format: format.value, from: from.value, to: to.value })
    : failure('bad-from', `--from must be earlier than --to, not ${from.value} and ${to.value}`);
}

function coverageCommand(reading: Reading, asked: string, values: Values): Result<Command> {
  const format = oneOf('format', asked, REPORT_FORMATS);
  if (!format.ok) return format;
  const { output, techniques, tactic } = values;
  const layer = oneOf('layer', values.layer ?? 'named', LAYERS);
  if (!layer.ok) return layer;
  if (values.layer !== undefined && format.value !== 'navigator')
    return failure('bad-argument', '--layer is for the format navigator');
  if (tactic !== undefined && !/^TA\d{4}$/i.test(tactic))
    return failure('bad-argument', `--tactic must be the ID of a tactic, such as TA0008, not ${tactic}`);
  return success({
    name: 'coverage',
    ...reading,
    format: format.value,
    output,
    tactic: tactic?.toUpperCase(),
    techniques,
    layer: layer.value,
  });
}

function changingCommand(
  name: 'fix' | 'migrate',
  reading: Reading,
  asked: string,
  values: Values,
): Result<Command> {
  const format = oneOf('format', asked, FORMATS);
  if (!format.ok) return format;
  if (reading.paths.includes('-'))
    return failure('bad-argument', `${name} changes files, and takes no standard input`);
  const diff = values.diff === true;
  if (diff && format.value === 'json') return failure('bad-argument', '--diff is for the format text');
  const changing = { ...reading, format: format.value, isDry: diff || values['dry-run'] === true, diff };
  if (name === 'fix') {
    const rules = ruleNames(values.rule, MENDABLE);
    return rules.ok ? success({ name, ...changing, rules: rules.value }) : rules;
  }
  const editions = editionPair(values);
  return editions.ok ? success({ name, ...changing, ...editions.value }) : editions;
}

const MIGRATE_NEEDS = `migrate needs --from and --to, or --to ${ATTACK_TARGET}`;

/** Both of one framework, and published; or a release of ATT&CK, which no document needs to follow another one. */
function editionPair({
  from,
  to,
}: Values): Result<{ readonly from: string | undefined; readonly to: string }> {
  if (to === ATTACK_TARGET)
    return from === undefined
      ? success({ from, to })
      : failure('bad-from', `--to ${ATTACK_TARGET} takes no --from: each document's own IDs decide`);
  const known = EDITION_SETTINGS.filter((each) => each !== 'auto' && each !== 'mapping');
  if (to === undefined) return failure('bad-to', MIGRATE_NEEDS);
  const target = oneOf('to', to, [...known, ATTACK_TARGET]);
  if (!target.ok) return target;
  if (from === undefined) return failure('bad-from', MIGRATE_NEEDS);
  const source = oneOf('from', from, known);
  if (!source.ok) return source;
  return source.value === target.value
    ? failure('bad-to', '--from and --to are the same edition')
    : success({ from: source.value, to: target.value });
}

function checkCommand(reading: Reading, asked: string, values: Values): Result<Command> {
  const format = oneOf('format', asked, CHECK_FORMATS);
  if (!format.ok) return format;
  const failOn = oneOf('fail-on', values['fail-on'] ?? 'error', [...SEVERITIES, 'never'] as const);
  if (!failOn.ok) return failOn;
  const baseline = baselineUse(values);
  if (!baseline.ok) return baseline;
  if (values.since === '') return failure('bad-argument', '--since needs a commit, a branch or a tag');
  const maxWarnings = maxWarningsOf(values['max-warnings']);
  if (!maxWarnings.ok) return maxWarnings;
  return success({
    name: 'check',
    ...(isCompared(values) ? exactly(reading) : reading),
    format: format.value,
    failOn: failOn.value,
    maxWarnings: maxWarnings.value,
    hints: values.hints === true || failOn.value === 'hint',
    quiet: values.quiet === true,
    showSource: values['show-source'],
    output: values.output,
    since: values.since,
    baseline: baseline.value,
  });
}

/** A sentence on several controls is another one as soon as there is one more: what is compared is told one by one. */
function isCompared({ since, baseline, 'no-mapping': asked }: Values): boolean {
  return asked === undefined && (since !== undefined || baseline !== undefined);
}

function exactly(reading: Reading): Reading {
  const each = (settings: Settings): Settings => ({ ...settings, noMapping: 'each' });
  return {
    ...reading,
    settings: each(reading.settings),
    withOptions: (settings) => each(reading.withOptions(settings)),
  };
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
