import { COMMANDS, COMMANDS_OF, type CommandName, type OptionName } from './options';

/** What a command takes, does and looks like. */
interface CommandHelp {
  readonly takes: string;
  readonly does: string;
  readonly examples: readonly string[];
}

const COMMAND_HELP: Readonly<Record<CommandName, CommandHelp>> = {
  check: {
    takes: 'PATHS…',
    does: 'Check the policies in files and folders',
    examples: [
      'control-lens check policies',
      "control-lens check 'policies/**/*.md' --since origin/main",
      'control-lens check policies --format sarif --output control-lens.sarif',
    ],
  },
  explain: {
    takes: 'ID',
    does: 'Explain a technique, a tactic, a mitigation or a control',
    examples: ['control-lens explain T1021.007', 'control-lens explain IAM-14 --edition 4.0'],
  },
  refs: {
    takes: 'PATHS…',
    does: 'List every reference with its edition, certainty and evidence',
    examples: ['control-lens refs policies', 'control-lens refs policies --format ndjson > refs.ndjson'],
  },
  coverage: {
    takes: 'PATHS…',
    does: 'Compare the techniques named with the controls cited',
    examples: [
      'control-lens coverage policies',
      'control-lens coverage policies --tactic TA0008',
      'control-lens coverage policies --techniques threats.json --format markdown',
    ],
  },
  changes: {
    takes: 'PATHS…',
    does: 'List what ATT&CK changed of the IDs cited, and where',
    examples: [
      'control-lens changes rules',
      'control-lens changes rules --from 18.1 --to 19.1 --format markdown',
    ],
  },
  fix: {
    takes: 'PATHS…',
    does: 'Fix what can be fixed without a decision',
    examples: ['control-lens fix policies --diff', 'control-lens fix policies --rule revoked-technique'],
  },
  migrate: {
    takes: 'PATHS…',
    does: 'Bring control IDs to another edition, or techniques to ATT&CK 19',
    examples: [
      'control-lens migrate --from 4.0 --to 4.1 policies --dry-run',
      'control-lens migrate --to attack-19 rules --diff',
    ],
  },
  rules: {
    takes: '[RULE]',
    does: 'List the rules, or show the page of one',
    examples: ['control-lens rules', 'control-lens rules no-mapping'],
  },
  init: {
    takes: '[FOLDER]',
    does: 'Write a configuration that fits the documents of a folder',
    examples: ['control-lens init', 'control-lens init policies --dry-run'],
  },
  data: {
    takes: 'import|…',
    does: "Import or download publishers' texts, list them, or roll back",
    examples: [
      'control-lens data import enterprise-attack-18.1.json mappings',
      'control-lens data download',
      'control-lens data list',
      'control-lens data rollback',
    ],
  },
};

/** By option: how it is written, and what it does. Lines after the first are below it. */
const OPTION_HELP: Readonly<Record<OptionName, readonly [usage: string, ...text: string[]]>> = {
  format: [
    '--format FORMAT',
    'text or json (default: text). For check also ndjson, sarif, github, junit and gitlab,',
    'for refs also ndjson, for explain and changes also markdown, for coverage also markdown,',
    'html, csv and navigator',
  ],
  edition: [
    '--edition EDITION',
    "auto, 4.1, 4.0 or mapping: the edition of CCM controls if a document doesn't",
    'declare one. For explain, the edition of the ID (default: auto)',
  ],
  framework: [
    '--framework KEY[,KEY]',
    'ccm or nist-800-53: the frameworks whose controls are recognized (default: all)',
  ],
  settings: [
    '--settings FILE',
    "read the editor's settings from a file such as .vscode/settings.json.",
    'Configurations and command-line options take precedence',
  ],
  'no-config': ['--no-config', "don't read .control-lens.yaml"],
  'print-config': [
    '--print-config FILE',
    'print the settings that apply to a file, and where they come from',
  ],
  exclude: ['--exclude GLOB', "skip what matches in the folders, such as 'vendor/**'. Can be repeated"],
  'no-ignore': ['--no-ignore', 'also read what .gitignore and .control-lensignore leave out'],
  'files-from': [
    '--files-from FILE',
    'also read the files that a file lists, one a line; - for standard input',
  ],
  'stdin-filename': [
    '--stdin-filename NAME',
    'the name of the text that the path - reads from standard input',
  ],
  assume: [
    '--assume auto|always|never',
    'whether to treat IDs that look like controls as controls (default: auto)',
  ],
  attack: [
    '--attack VERSION',
    'newest, 19.1, 18.1 or 17.1: the ATT&CK release to check against (default: newest)',
  ],
  output: ['-o, --output FILE', 'write the output to a file, and print only the counts'],
  rule: [
    '--rule RULE=SEVERITY',
    'error, warning, information, hint or off. Can be repeated. For fix, --rule RULE: the',
    'rules to fix',
  ],
  'no-mapping': [
    '--no-mapping MODE',
    'how often controls without a mapping are reported: each (every reference), near (each',
    'control near a technique, and once for all others) or document (once per document)',
    '(default: near)',
  ],
  'fail-on': [
    '--fail-on SEVERITY',
    'error, warning, information, hint or never: the lowest severity that makes the',
    'exit code 1 (default: error)',
  ],
  'max-warnings': ['--max-warnings N', 'also make the exit code 1 if there are more than N warnings'],
  hints: ['--hints', 'also list hints'],
  quiet: ['-q, --quiet', 'print only findings that make the exit code 1'],
  'show-source': ['--show-source', 'print the line of each finding with a mark below it, as on a terminal'],
  since: [
    '--since REF',
    'report only what the working tree adds to a commit, branch or tag: to the commit',
    'where both histories parted',
  ],
  baseline: ['--baseline FILE', "report only findings that the file doesn't have"],
  'update-baseline': ['--update-baseline', 'write all findings to the file, and report none'],
  'prune-baseline': ['--prune-baseline', "take findings that don't exist anymore out of the file"],
  from: [
    '--from EDITION',
    'the edition that the documents follow; for changes, the earlier ATT&CK release',
    '(default: 17.1)',
  ],
  to: [
    '--to EDITION',
    'the edition to bring them to, or attack-19; for changes, the later ATT&CK release',
    '(default: 19.1)',
  ],
  'dry-run': ['--dry-run', 'change no file, and say what would change'],
  diff: ['--diff', 'change no file, and print the changes as a unified diff'],
  tactic: ['--tactic ID', 'only techniques of a tactic, such as TA0008'],
  techniques: [
    '--techniques FILE',
    'count the techniques that a file lists, or an ATT&CK Navigator layer: which of them do',
    'the documents answer, and where',
  ],
  layer: [
    '--layer named|mapped',
    'for the format navigator: the techniques named, or those that the cited controls are',
    'mapped to (default: named)',
  ],
  'data-folder': [
    '--data-folder FOLDER',
    'where imported data is kept (default: CONTROL_LENS_DATA, or the folder of your system',
    'for the data of programs)',
  ],
};

const WIDTH = 27;

export const HELP = `Usage: control-lens COMMAND [OPTIONS]

${COMMANDS.map(commandRow).join('\n')}

${groups()
  .map(([title, names]) => `${title}\n${names.map(optionRow).join('\n')}`)
  .join('\n\n')}

Run 'control-lens COMMAND --help' for the options of one command, with examples.

Exit codes: 0 no findings at or above --fail-on; 1 findings, too many warnings, or an unknown ID
to explain; 2 could not run.
`;

/** The usage of one command. */
export function commandHelp(command: CommandName): string {
  const { takes, does, examples } = COMMAND_HELP[command];
  const options = optionNames().filter((name) => COMMANDS_OF[name].includes(command));
  return `Usage: control-lens ${command} ${takes} [OPTIONS]

${does}.

Options
${options.map(optionRow).join('\n')}

Examples
${examples.map((each) => `  ${each}`).join('\n')}
`;
}

function commandRow(command: CommandName): string {
  const { takes, does } = COMMAND_HELP[command];
  return `  ${`${command} ${takes}`.padEnd(17)}${does}`;
}

function optionRow(name: OptionName): string {
  const [usage, ...text] = OPTION_HELP[name];
  const lines = text.map((line, index) => `  ${(index === 0 ? usage : '').padEnd(WIDTH)}${line}`);
  return lines.join('\n');
}

function optionNames(): OptionName[] {
  return Object.keys(OPTION_HELP) as OptionName[];
}

/** By the commands that they are for, in their order. */
function groups(): readonly (readonly [title: string, names: readonly OptionName[]])[] {
  const titles = new Map<string, OptionName[]>();
  for (const name of optionNames()) {
    const title = titleOf(COMMANDS_OF[name]);
    titles.set(title, [...(titles.get(title) ?? []), name]);
  }
  return [...titles];
}

function titleOf(commands: readonly CommandName[]): string {
  const all = commands.length === 1 ? commands : [...commands.slice(0, -1), `and ${commands.at(-1) ?? ''}`];
  return `Options for ${all.join(commands.length > 2 ? ', ' : ' ').replace(', and ', ' and ')}`;
}
