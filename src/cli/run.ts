import { explain } from '../core/explain/explain';
import { jsonPieces } from '../core/report/json';
import { FRAMEWORKS } from '../core/frameworks/registry';
import { listed } from '../core/text/message';
import { parseIdentifier } from '../core/identifiers/grammar';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { analyze } from './analyze';
import {
  DEFAULTS,
  parseCommand,
  type CheckCommand,
  type Command,
  type ExplainCommand,
  type RefsCommand,
} from './arguments';
import { checkCounts, checkFile, checkReport, exitCode, renderCheck } from './check';
import { changesSince, isChanged } from './compare/changes';
import { compared } from './compare/comparison';
import { runCoverage } from './coverage';
import { explainText } from './explainText';
import { HELP } from './help';
import { json } from './json';
import { readKnowledge } from './knowledge';
import { printable } from './printable';
import { referencesOf, refsText, type RefsReport } from './refs';
import { success, type Result } from '../core/text/result';
import { readSettings } from './settingsFile';
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

/** Runs one command. `dataFolder` is where the data files lie, `version` the program's own. */
export async function run(argv: readonly string[], dataFolder: string, version: string): Promise<Outcome> {
  const command = await readCommand(argv);
  if (!command.ok) return refused(command.failure.message, adviceFor(command.failure.code));
  if (command.value.name === 'help') return { out: [HELP], error: '', code: 0 };
  if (command.value.name === 'version') return { out: [`${version}\n`], error: '', code: 0 };
  const knowledge = await readKnowledge(dataFolder);
  if (!knowledge.ok) return refused(`Could not read the knowledge base: ${knowledge.failure.message}`);
  switch (command.value.name) {
    case 'explain':
      return runExplain(command.value, knowledge.value);
    case 'check':
      return runCheck(command.value, knowledge.value, version);
    case 'refs':
      return runRefs(command.value, knowledge.value);
    case 'coverage': {
      const done = await runCoverage(command.value, knowledge.value);
      return done.ok
        ? { out: [done.value.out], error: done.value.error, code: 0 }
        : refused(done.failure.message);
    }
  }
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

function runExplain(command: ExplainCommand, knowledge: KnowledgeBase): Outcome {
  const id = parseIdentifier(command.id);
  if (!id) return refused(`${command.id} doesn't look like an ID of ${listed(SHAPES, 'or')}`);
  const explanation = explain(knowledge.only(command.frameworks), id, command.edition);
  const out = command.format === 'json' ? json(explanation) : explainText(explanation);
  return { out: [out], error: '', code: 'suggestions' in explanation ? 1 : 0 };
}

async function runCheck(command: CheckCommand, knowledge: KnowledgeBase, version: string): Promise<Outcome> {
  const changes =
    command.since === undefined ? success(undefined) : await changesSince(command.since, command.paths);
  if (!changes.ok) return refused(changes.failure.message);
  const { value: changed } = changes;
  const wants = changed && (async (path: string) => isChanged(changed, path));
  const files = await analyze(command, knowledge, (each) => checkFile(each, command), wants);
  if (!files.ok) return refused(files.failure.message);
  const { taken } = files.value;
  const found = await compared(command, taken, changed, knowledge);
  if (!found.ok) return refused(found.failure.message);
  const error = files.value.notes + found.value.notes;
  const report = checkReport(taken, found.value.findings, found.value.comparison);
  const text = renderCheck(report, command.format, version);
  const code = exitCode(report, command.failOn);
  if (command.output === undefined) return { out: [text], error, code };
  const paths = taken.map(({ path }) => path);
  const written = await writeReport(command.output, text, checkCounts(report), readBy(command, paths));
  return written.ok ? { out: [written.value], error, code } : refused(written.failure.message);
}

async function runRefs(command: RefsCommand, knowledge: KnowledgeBase): Promise<Outcome> {
  const files = await analyze(command, knowledge, referencesOf);
  if (!files.ok) return refused(files.failure.message);
  const { taken, notes: error } = files.value;
  const report: RefsReport = { references: taken.flat() };
  return { out: command.format === 'json' ? jsonPieces(report) : [refsText(report)], error, code: 0 };
}
