import { Analysis } from '../core/analysis/analysis';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { looksBinary } from '../core/text/decode';
import { failure, success, type Result } from '../core/text/result';
import type { Reading } from './arguments';
import { Configurations } from './configurations';
import { configurationProblem } from './configurationProblems';
import { findFiles, namedFile, type Selection, type SourceFile } from './files';
import { inputsOf } from './inputs';
import { OtherKinds } from './otherKinds';
import { printable } from './printable';
import { readText } from './read';
import { workspaceOf } from './settingsFile';
import type { Terminal } from './terminal';

/** A file with what was made of it. */
export interface Analyzed {
  readonly path: string;
  readonly analysis: Analysis;
}

/** What was made of the files, and what is to be told of those that were passed over. */
export interface Taken<T> {
  readonly taken: readonly T[];
  /** Lines for the standard error; empty where nothing was. */
  readonly notes: string;
}

/** What becomes of each file. */
export interface Taking<T> {
  readonly take: (each: Analyzed) => T;
  /** Only files that it says yes to are read. */
  readonly wants?: ((path: string) => Promise<boolean>) | undefined;
}

/** How many files are read at the same time. */
const AT_ONCE = 16;
const BINARY = 'looks binary and was not read';
const INPUT = '<stdin>';
/** Each takes about a kilobyte of memory once it is read; real documents have some thousands. */
const MAX_IDS = 500_000;
const TOO_MANY = 'more than 500,000 IDs in one file. Split it, or leave it out with --exclude';

/** A file to be read, or a text that is at hand. */
interface Source extends SourceFile {
  readonly text?: string;
}

/**
 * Reads and analyzes every file below the paths, and gives what `take` makes of each; nothing else of them is kept.
 * One that cannot be read ends it, so that nothing passes unread; one that looks binary does so where it was named, and
 * is passed over and told below a folder.
 */
export async function analyze<T>(
  reading: Reading,
  knowledge: KnowledgeBase,
  terminal: Terminal,
  { take, wants = async () => Promise.resolve(true) }: Taking<T>,
): Promise<Result<Taken<T>>> {
  const others = new OtherKinds();
  const found = await sourcesOf(reading, terminal, others);
  if (!found.ok) return found;
  const wanted = await Promise.all(found.value.map(async ({ path }) => wants(path)));
  const files = found.value.filter((_, index) => wanted[index]);
  const taken: T[] = [];
  const binary: string[] = [];
  for (let next = 0; next < files.length; next += AT_ONCE) {
    const some = files.slice(next, next + AT_ONCE);
    const texts = await Promise.all(some.map(textOf));
    for (const [index, { path, languageId, isNamed, settings }] of some.entries()) {
      const text = texts[index];
      if (!text) continue;
      if (!text.ok) return text;
      if (looksBinary(text.value)) {
        if (isNamed) return failure('unreadable', `${path}: ${BINARY}`);
        binary.push(path);
        continue;
      }
      const analysis = new Analysis(text.value, languageId, knowledge, settings);
      if (analysis.document.candidates.length > MAX_IDS) return failure('too-large', `${path}: ${TOO_MANY}`);
      taken.push(take({ path, analysis }));
      terminal.progress?.(next + index + 1, files.length);
    }
  }
  const unread = binary.map((path) => `${printable(path)}: ${BINARY}\n`).join('');
  return success({ taken, notes: unread + others.notes });
}

/** By a run: what chooses the files. */
export function selectionOf({ settings, exclude, settingsFile, withOptions, ...more }: Reading): Selection {
  return {
    settings,
    exclude,
    workspaceFolder: settingsFile === undefined ? undefined : workspaceOf(settingsFile),
    configurations: new Configurations(!more.usesConfiguration),
    usesIgnoreFiles: more.usesIgnoreFiles,
    withOptions,
  };
}

async function sourcesOf(
  reading: Reading,
  terminal: Terminal,
  others: OtherKinds,
): Promise<Result<readonly Source[]>> {
  const inputs = await inputsOf(reading, terminal);
  if (!inputs.ok) return inputs;
  const selection = selectionOf(reading);
  const files = await findFiles(inputs.value.paths, selection, others);
  if (!files.ok) return files;
  const problem = await configurationProblem(selection.configurations, files.value.length);
  if (problem) return problem;
  if (inputs.value.text === undefined) return files;
  const input = await inputSource(reading, inputs.value.text, selection);
  return input.ok ? success([...files.value, input.value]) : input;
}

/** As the file whose name was told; Markdown without one. */
async function inputSource(
  { stdinFilename }: Reading,
  text: string,
  selection: Selection,
): Promise<Result<Source>> {
  const files = await namedFile(stdinFilename ?? `${INPUT}.md`, selection);
  if (!files.ok) return files;
  const [file] = files.value;
  return file
    ? success({ ...file, path: stdinFilename ?? INPUT, text })
    : failure('unreadable', 'no standard input');
}

async function textOf({ path, text }: Source): Promise<Result<string>> {
  return text === undefined ? readText(path) : success(text);
}
