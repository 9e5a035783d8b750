import { explain } from '../core/explain/explain';
import { jsonPieces } from '../core/report/json';
import { FRAMEWORKS } from '../core/frameworks/registry';
import { listed } from '../core/text/message';
import { parseIdentifier } from '../core/identifiers/grammar';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { analyze } from './analyze';
import { MAX_ANNOTATIONS } from './annotations';
import {
  DEFAULTS,
  parseCommand,
  type CheckCommand,
  type Command,
  type DataCommand,
  type ExplainCommand,
  type RefsCommand,
} from './arguments';
import { runChanges } from './changes';
import { checkCounts, checkReport, exitCode } from './check';
import { checkFile, findingLine, type CheckedFile, type SourcedFinding } from './findings';
import { renderCheck, type Rendering } from './renderCheck';
import { endText, findingText } from './checkText';
import { changesSince, isChanged } from './compare/changes';
import { compared } from './compare/comparison';
import { newestFirst } from './compare/newest';
import { runCoverage } from './coverage';
import { nodeFiles } from './data/nodeFiles';
import { chosenFolder } from './data/storageFolder';
import { missingStorage, runData } from './data/runData';
import { explainMarkdown, type ImportedFiles } from './explainMarkdown';
import { explainText } from './explainText';
import { fails } from './fails';
import { runFix } from './fix';
import { commandHelp, HELP } from './help';
import { runInit } from './init';
import { json } from './json';
import { readBundled, readKnowledge } from './knowledge';
import { runMigrate } from './migrateFiles';
import { printable } from './printable';
import { printConfig } from './printConfig';
import { referenceLine, referencesOf, referenceText } from './refs';
import { rulesText } from './rulesText';
import { success, type Result } from '../core/text/result';
import { readSettings } from './settingsFile';
import { styleFor } from './style';
import { PIPE, type Terminal } from './terminal';
import { readBy, writeReport } from './write';

/** What a run leaves behind: text for the two streams, and the exit code. */
export interface Outcome {
  /** Put together it may be longer than a string can be. */
  readonly out: readonly string[] | Generator<string>;
  readonly error: string;
  readonly code: number;
}

export const COULD_NOT_RUN = 2;
const FAILURES_OF_FILES: ReadonlySet<string> = new Set(['bad-settings', 'unreadable', 'too-large']);

/**
 * Runs one command. `dataFolder` is where the data files lie, `version` the program's own. What the terminal prints at
 * once is not in the outcome.
 */
export async function run(
  argv: readonly string[],
  dataFolder: string,
  version: string,
  terminal: Terminal = PIPE,
): Promise<Outcome> {
  const storage = chosenFolder(argv, terminal.storage);
  if (storage === '') return refused('--data-folder needs a folder');
  const command = await readCommand(argv);
  if (!command.ok) return refused(command.failure.message, adviceFor(command.failure.code));
  const done = await withoutKnowledge(command.value, version);
  if (done) return done;
  if (command.value.name === 'data')
    return outcomeOf(await dataOutcome(command.value, dataFolder, storage, terminal));
  const loaded = await readKnowledge(dataFolder, command.value.name === 'explain', storage);
  if (!loaded.ok) return refused(`Could not read the knowledge base: ${loaded.failure.message}`);
  const { knowledge, generation, note } = loaded.value;
  const texts = generation && storage !== undefined ? { files: nodeFiles(storage), generation } : undefined;
  const outcome = await withKnowledge(command.value, knowledge, version, terminal, texts);
  return note === '' ? outcome : { ...outcome, error: printable(note.trim()) + '\n' + outcome.error };
}

async function dataOutcome(
  command: DataCommand,
  dataFolder: string,
  storage: string | undefined,
  { env = {}, signal = new AbortController().signal, say = () => undefined }: Terminal,
): Promise<Result<{ readonly out: string; readonly error: string }>> {
  if (storage === undefined) return missingStorage();
  const bundled = await readBundled(dataFolder);
  return bundled.ok ? runData(command, { storage, bundled: bundled.value, env, signal, say }) : bundled;
}

/** Undefined for a command that needs the data. */
async function withoutKnowledge(command: Command, version: string): Promise<Outcome | undefined> {
  switch (command.name) {
    case 'help':
      return printed(command.of === undefined ? HELP : commandHelp(command.of));
    case 'version':
      return printed(`${version}\n`);
    case 'rules':
      return printed(rulesText(command));
    case 'print-config': {
      const text = await printConfig(command);
      return text.ok ? printed(text.value) : refused(text.failure.message);
    }
    default:
      return undefined;
  }
}

async function withKnowledge(
  command: Command,
  knowledge: KnowledgeBase,
  version: string,
  terminal: Terminal,
  texts: ImportedFiles | undefined,
): Promise<Outcome> {
  switch (command.name) {
    case 'explain':
      return runExplain(command, knowledge, texts);
    case 'check':
      return runCheck(command, knowledge, version, terminal);
    case 'refs':
      return runRefs(command, knowledge, terminal);
    case 'coverage':
      return outcomeOf(await runCoverage(command, knowledge, terminal));
    case 'changes':
      return outcomeOf(await runChanges(command, knowledge, terminal));
    case 'fix':
      return outcomeOf(await runFix(command, knowledge, terminal));
    case 'migrate':
      return outcomeOf(await runMigrate(command, knowledge, terminal));
    case 'init':
      return outcomeOf(await runInit(command, knowledge, terminal));
    default:
      throw new Error(`Not a command that needs the data: ${command.name}`);
  }
}

function printed(text: string): Outcome {
  return { out: [text], error: '', code: 0 };
}

function outcomeOf(
  done: Result<{ readonly out: string | readonly string[]; readonly error: string }>,
): Outcome {
  if (!done.ok) return refused(done.failure.message);
  const { out, error } = done.value;
  return { out: typeof out === 'string' ? [out] : out, error, code: 0 };
}

function adviceFor(code: string): string {
  if (code === 'no-command') return `\n${HELP}`;
  return FAILURES_OF_FILES.has(code) ? '' : "Run 'control-lens --help' for usage.\n";
}

/** The options of the command line say more than a file of settings. */
async function readCommand(argv: readonly string[]): Promise<Result<Command>> {
  const command = parseCommand(argv);
  if (!command.ok || !('settingsFile' in command.value) || command.value.settingsFile === undefined)
    return command;
  const settings = await readSettings(command.value.settingsFile, DEFAULTS);
  return settings.ok ? parseCommand(argv, settings.value) : settings;
}

/** What names and words from outside are in the reason is printable; `more` is ours. */
function refused(reason: string, more = ''): Outcome {
  return { out: [], error: `${printable(reason)}\n${more}`, code: COULD_NOT_RUN };
}

/** What an id may be of, each with an example. */
const SHAPES = [
  'ATT&CK (T1021.007)',
  ...FRAMEWORKS.map(({ words, ids }) => `${words.short} (${ids.example})`),
];

async function runExplain(
  command: ExplainCommand,
  knowledge: KnowledgeBase,
  texts: ImportedFiles | undefined,
): Promise<Outcome> {
  const id = parseIdentifier(command.id);
  if (!id) return refused(`${command.id} doesn't look like an ID of ${listed(SHAPES, 'or')}`);
  const shown = knowledge.only(command.frameworks);
  const explanation = explain(shown, id, command.edition);
  const code = 'suggestions' in explanation ? 1 : 0;
  if (command.format === 'markdown')
    return { ...(await explainMarkdown(shown, id, command.edition, texts)), code };
  const out = command.format === 'json' ? json(explanation) : explainText(explanation);
  return { out: [out], error: '', code };
}

async function runCheck(
  command: CheckCommand,
  knowledge: KnowledgeBase,
  version: string,
  terminal: Terminal,
): Promise<Outcome> {
  const changes =
    command.since === undefined ? success(undefined) : await changesSince(command.since, command.paths);
  if (!changes.ok) return refused(changes.failure.message);
  const { value: changed } = changes;
  const rendering = {
    version,
    style: styleFor(terminal.hasColors && command.output === undefined),
    showSource: command.showSource ?? (terminal.isRead && command.output === undefined),
  };
  const stream = streamOf(command, rendering, terminal);
  const files = await analyze(command, knowledge, terminal, {
    wants: changed && (async (path) => isChanged(changed, path)),
    take: (each) => {
      const file = checkFile(each, command);
      stream?.(file);
      return file;
    },
  });
  if (!files.ok) return refused(files.failure.message);
  const { taken } = files.value;
  const found = await compared(command, taken, changed, knowledge);
  if (!found.ok) return refused(found.failure.message);
  const error = files.value.notes + found.value.notes;
  const isCapped = command.format === 'github' && found.value.findings.length > MAX_ANNOTATIONS;
  const findings = isCapped ? await newestFirst(found.value.findings) : found.value.findings;
  const report = checkReport(taken, findings, found.value.comparison);
  const code = exitCode(report, command);
  if (stream) return { out: [command.format === 'text' ? endText(report, command.quiet) : ''], error, code };
  const text = renderCheck(report, command, rendering);
  if (command.output === undefined) return { out: [text], error, code };
  const paths = taken.map(({ path }) => path);
  const written = await writeReport(command.output, text, checkCounts(report), readBy(command, paths));
  return written.ok ? { out: [written.value], error, code } : refused(written.failure.message);
}

/** Prints what a file has as soon as it is known, where nothing is compared and the format has no whole. */
function streamOf(
  { format, output, since, baseline, quiet, failOn }: CheckCommand,
  rendering: Rendering,
  { print }: Terminal,
): ((file: CheckedFile) => void) | undefined {
  const isWhole = output !== undefined || since !== undefined || baseline !== undefined;
  if (!print || isWhole || (format !== 'text' && format !== 'ndjson')) return undefined;
  const textOf = format === 'text' ? (each: SourcedFinding) => findingText(each, rendering) : findingLine;
  return ({ findings }) => {
    const shown = quiet ? findings.filter((each) => fails(each, failOn)) : findings;
    if (shown.length > 0) print(shown.map(textOf).join(''));
  };
}

async function runRefs(
  { format, ...reading }: RefsCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): Promise<Outcome> {
  const textOf = format === 'ndjson' ? referenceLine : referenceText;
  const print = format === 'json' ? undefined : terminal.print;
  const files = await analyze(reading, knowledge, terminal, {
    take: (each) => {
      const references = referencesOf(each);
      if (!print) return references;
      if (references.length > 0) print(references.map(textOf).join(''));
      return references.length > 0 ? [undefined] : [];
    },
  });
  if (!files.ok) return refused(files.failure.message);
  const { taken, notes: error } = files.value;
  const references = taken.flat();
  const known = references.flatMap((each) => each ?? []);
  if (format === 'json') return { out: jsonPieces({ references: known }), error, code: 0 };
  const none = references.length === 0 && format === 'text' ? ['No references found\n'] : [];
  return { out: [...known.map(textOf), ...none], error, code: 0 };
}
