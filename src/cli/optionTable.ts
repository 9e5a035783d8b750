export const COMMANDS = [
  'check',
  'explain',
  'refs',
  'coverage',
  'changes',
  'fix',
  'migrate',
  'rules',
  'init',
  'data',
] as const;
export type CommandName = (typeof COMMANDS)[number];

interface OptionRow {
  readonly short?: string;
  /** What is given with it, as the help calls it; a switch has none. */
  readonly value?: string;
  /** It may be given several times. */
  readonly multiple?: true;
  /** The commands that it is for: given to another one it is a mistake, and is told. */
  readonly of: readonly CommandName[];
  /** What it does. */
  readonly text: string;
}

const READING = ['check', 'refs', 'coverage', 'changes', 'fix', 'migrate'] as const;

/** Every option, in the order of the help; `help` and `version` are for all commands. */
export const OPTIONS = {
  format: {
    value: 'FORMAT',
    of: ['check', 'explain', 'refs', 'coverage', 'changes', 'fix', 'migrate', 'rules', 'data'],
    text: 'text or json (default: text). For check also ndjson, sarif, github, junit and gitlab, for refs also ndjson, for explain and changes also markdown, for coverage also markdown, html, csv and navigator',
  },
  edition: {
    value: 'EDITION',
    of: ['check', 'explain', 'refs', 'coverage', 'fix'],
    text: "auto, 4.1, 4.0 or mapping: the edition of CCM controls if a document doesn't declare one. For explain, the edition of the ID (default: auto)",
  },
  framework: {
    value: 'KEY[,KEY]',
    multiple: true,
    of: ['check', 'explain', 'refs', 'coverage', 'fix', 'migrate'],
    text: 'ccm or nist-800-53: the frameworks whose controls are recognized (default: all)',
  },
  settings: {
    value: 'FILE',
    of: READING,
    text: "read the editor's settings from a file such as .vscode/settings.json. Configurations and command-line options take precedence",
  },
  'no-config': { of: READING, text: "don't read .control-lens.yaml" },
  'print-config': {
    value: 'FILE',
    of: ['check'],
    text: 'print the settings that apply to a file, and where they come from',
  },
  exclude: {
    value: 'GLOB',
    multiple: true,
    of: READING,
    text: "skip what matches in the folders, such as 'vendor/**'. Can be repeated",
  },
  'no-ignore': { of: READING, text: 'also read what .gitignore and .control-lensignore leave out' },
  'files-from': {
    value: 'FILE',
    of: READING,
    text: 'also read the files that a file lists, one a line; - for standard input',
  },
  'stdin-filename': {
    value: 'NAME',
    of: ['check', 'refs', 'coverage', 'changes'],
    text: 'the name of the text that the path - reads from standard input',
  },
  assume: {
    value: 'auto|always|never',
    of: READING,
    text: 'whether to treat IDs that look like controls as controls (default: auto)',
  },
  attack: {
    value: 'VERSION',
    of: ['check', 'coverage', 'fix'],
    text: 'newest, 19.1, 18.1 or 17.1: the ATT&CK release to check against (default: newest)',
  },
  output: {
    short: 'o',
    value: 'FILE',
    of: ['check', 'coverage'],
    text: 'write the output to a file, and print only the counts',
  },
  rule: {
    value: 'RULE=SEVERITY',
    multiple: true,
    of: ['check', 'fix'],
    text: 'error, warning, information, hint or off. Can be repeated. For fix, --rule RULE: the rules to fix',
  },
  'no-mapping': {
    value: 'MODE',
    of: ['check'],
    text: 'how often controls without a mapping are reported: each (every reference), near (each control near a technique, and once for all others) or document (once per document) (default: near)',
  },
  'fail-on': {
    value: 'SEVERITY',
    of: ['check'],
    text: 'error, warning, information, hint or never: the lowest severity that makes the exit code 1 (default: error)',
  },
  'max-warnings': {
    value: 'N',
    of: ['check'],
    text: 'also make the exit code 1 if there are more than N warnings',
  },
  hints: { of: ['check'], text: 'also list hints' },
  quiet: { short: 'q', of: ['check'], text: 'print only findings that make the exit code 1' },
  'show-source': {
    of: ['check'],
    text: 'print the line of each finding with a mark below it, as on a terminal',
  },
  since: {
    value: 'REF',
    of: ['check'],
    text: 'report only what the working tree adds to a commit, branch or tag: to the commit where both histories parted',
  },
  baseline: { value: 'FILE', of: ['check'], text: "report only findings that the file doesn't have" },
  'update-baseline': { of: ['check'], text: 'write all findings to the file, and report none' },
  'prune-baseline': { of: ['check'], text: "take findings that don't exist anymore out of the file" },
  from: {
    value: 'EDITION',
    of: ['changes', 'migrate'],
    text: 'the edition that the documents follow; for changes, the earlier ATT&CK release (default: 17.1)',
  },
  to: {
    value: 'EDITION',
    of: ['changes', 'migrate'],
    text: 'the edition to bring them to, or attack-19; for changes, the later ATT&CK release (default: 19.1)',
  },
  'dry-run': { of: ['fix', 'migrate', 'init'], text: 'change no file, and say what would change' },
  diff: { of: ['fix', 'migrate'], text: 'change no file, and print the changes as a unified diff' },
  tactic: { value: 'ID', of: ['coverage'], text: 'only techniques of a tactic, such as TA0008' },
  techniques: {
    value: 'FILE',
    of: ['coverage'],
    text: 'count the techniques that a file lists, or an ATT&CK Navigator layer: which of them do the documents answer, and where',
  },
  layer: {
    value: 'named|mapped',
    of: ['coverage'],
    text: 'for the format navigator: the techniques named, or those that the cited controls are mapped to (default: named)',
  },
  'data-folder': {
    value: 'FOLDER',
    of: [...READING, 'explain', 'init', 'data'],
    text: 'where imported data is kept (default: CONTROL_LENS_DATA, or the folder of your system for the data of programs)',
  },
} as const satisfies Readonly<Record<string, OptionRow>>;
export type OptionName = keyof typeof OPTIONS;

export const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];

type ValueOf<Row> = Row extends { readonly multiple: true }
  ? string[]
  : Row extends { readonly value: string }
    ? string
    : boolean;

/** What a command line gives for each option. */
export type Values = { readonly [Name in OptionName | 'help' | 'version']?: ValueOf<(typeof ALL)[Name]> };

const ALL = { ...OPTIONS, help: { short: 'h' }, version: { short: 'v' } };

/** The options as `parseArgs` of Node takes them. */
export const PARSED = Object.fromEntries(
  Object.entries<Partial<OptionRow>>(ALL).map(([name, { short, value, multiple = false }]) => {
    const type = value === undefined ? ('boolean' as const) : ('string' as const);
    return [name, { type, multiple, ...(short !== undefined && { short }) }];
  }),
);

export function rowOf(name: OptionName): OptionRow {
  return OPTIONS[name];
}

export function isFor(name: OptionName, command: CommandName): boolean {
  return commandsOf(name).includes(command);
}

export function commandsOf(name: OptionName): readonly CommandName[] {
  return OPTIONS[name].of;
}
