import {
  COMMANDS,
  commandsOf,
  isFor,
  OPTION_NAMES,
  rowOf,
  type CommandName,
  type OptionName,
} from './optionTable';

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

const USAGE_WIDTH = 27;
const TEXT_WIDTH = 87;

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
  const options = OPTION_NAMES.filter((name) => isFor(name, command));
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
  const { short, value, text } = rowOf(name);
  const usage = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  const lines = wrapped(text).map((line, at) => `  ${(at === 0 ? usage : '').padEnd(USAGE_WIDTH)}${line}`);
  return lines.join('\n');
}

/** In lines of a terminal's width. */
function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= TEXT_WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** By the commands that they are for, in their order. */
function groups(): readonly (readonly [title: string, names: readonly OptionName[]])[] {
  const titles = new Map<string, OptionName[]>();
  for (const name of OPTION_NAMES) {
    const title = titleOf(commandsOf(name));
    titles.set(title, [...(titles.get(title) ?? []), name]);
  }
  return [...titles];
}

function titleOf(commands: readonly CommandName[]): string {
  const all = commands.length === 1 ? commands : [...commands.slice(0, -1), `and ${commands.at(-1) ?? ''}`];
  return `Options for ${all.join(commands.length > 2 ? ', ' : ' ').replace(', and ', ' and ')}`;
}
