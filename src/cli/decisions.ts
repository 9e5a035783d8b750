import type { Analysis } from '../core/analysis/analysis';
import { counted, type Message } from '../core/text/message';
import type { Span } from '../core/text/span';
import type { Change } from './change';
import { printable } from './printable';

/** What a person must decide in a file. Lines count from zero, as they were before. */
export interface FileDecision {
  readonly line: number;
  readonly kind: string;
  readonly message: string;
}

/** A file with something to change or to decide. */
export interface DecidedFile {
  readonly path: string;
  readonly decisions: readonly FileDecision[];
}

export function decisionsIn(
  { document: { lines } }: Analysis,
  decisions: readonly { readonly kind: string; readonly span: Span; readonly message: Message }[],
): FileDecision[] {
  return decisions.map(({ kind, span, message }) => ({
    line: lines.lineAt(span.start),
    kind,
    message: message.text,
  }));
}

/** Those of the files with something to say, and how many there are. */
export function filesAndSummary<File extends DecidedFile>(
  taken: readonly (Change & { readonly file: File })[],
): {
  readonly files: readonly File[];
  readonly summary: { readonly files: number; readonly changed: number; readonly decisions: number };
} {
  const told = taken.filter(({ edits, file }) => edits.length + file.decisions.length > 0);
  const files = told.map(({ file }) => file);
  const changed = taken.filter(({ edits }) => edits.length > 0).length;
  const decisions = files.reduce((sum, each) => sum + each.decisions.length, 0);
  return { files, summary: { files: taken.length, changed, decisions } };
}

/** `policy.md: 2 IDs, 1 decision`; what there is none of is left out. */
export function fileText(
  { path, decisions }: DecidedFile,
  changes: readonly (readonly [count: number, one: string, many?: string])[],
): string {
  const shown = [...changes, [decisions.length, 'decision'] as const].filter(([count]) => count > 0);
  return `${printable(path)}: ${shown.map(([count, one, many]) => counted(count, one, many)).join(', ')}`;
}

/** The lines that list what is left to a person. */
export function leftText(files: readonly DecidedFile[]): string[] {
  const left = files.flatMap(({ path, decisions }) => decisions.map((each) => ({ path, ...each })));
  if (left.length === 0) return ['Nothing is left to decide.'];
  return [
    '',
    `Left for you to decide (${left.length}), by the lines before:`,
    ...left.map(({ path, line, message }) => `  ${printable(path)}:${line + 1}: ${printable(message)}`),
  ];
}
