import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { counted } from '../../core/text/message';
import { success, type Result } from '../../core/text/result';
import type { CheckCommand } from '../arguments';
import type { CheckedFile, SourcedFinding } from '../findings';
import { printable } from '../printable';
import { writeWhole } from '../write';
import {
  baselineText,
  compareBaseline,
  entriesFor,
  readBaseline,
  relativeTo,
  type BaselineEntry,
} from './baseline';
import type { Changes } from './changes';
import { addedSince } from './since';

/** What findings were compared with, and what that left out. */
export interface Comparison {
  readonly since?: { readonly ref: string; readonly commit: string; readonly known: number };
  readonly baseline?: {
    readonly file: string;
    readonly known: number;
    /** Findings that the baseline has, and that are not there anymore. */
    readonly stale: readonly BaselineEntry[];
  };
}

export interface ComparedFindings {
  readonly findings: readonly SourcedFinding[];
  readonly comparison: Comparison | undefined;
  /** Lines for the standard error. */
  readonly notes: string;
}

/** The findings that neither the commit nor the baseline has. */
export async function compared(
  command: CheckCommand,
  files: readonly CheckedFile[],
  changes: Changes | undefined,
  knowledge: KnowledgeBase,
): Promise<Result<ComparedFindings>> {
  const all = files.flatMap(({ findings }) => findings);
  let findings: readonly SourcedFinding[] = all;
  let comparison: Comparison | undefined;
  if (changes) {
    const since = await addedSince(changes, files, command, knowledge);
    if (!since.ok) return since;
    findings = since.value.added;
    const known = all.length - findings.length;
    comparison = { since: { ref: command.since ?? '', commit: changes.commit, known } };
  }
  if (!command.baseline) return success({ findings, comparison, notes: '' });
  return withBaseline(command.baseline, files, findings, comparison, changes !== undefined);
}

async function withBaseline(
  { file, action }: NonNullable<CheckCommand['baseline']>,
  files: readonly CheckedFile[],
  findings: readonly SourcedFinding[],
  before: Comparison | undefined,
  isPart: boolean,
): Promise<Result<ComparedFindings>> {
  const isNew = action === 'update' && !existsSync(file);
  const entries = isNew ? success([]) : await readBaseline(file);
  if (!entries.ok) return entries;
  const folder = path.dirname(path.resolve(file));
  const isGone = (place: string): boolean => !existsSync(path.join(folder, place));
  const { added, stale } = compareBaseline(file, findings, entries.value, isGone);
  const checked = new Set(files.map((each) => relativeTo(file, each.path)));
  const isJudged = (entry: BaselineEntry): boolean =>
    !isPart && (checked.has(entry.path) || isGone(entry.path));
  const told = stale.filter(isJudged);
  const comparison = { ...before, baseline: { file, known: findings.length - added.length, stale: told } };
  if (action === 'compare') return success({ findings: added, comparison, notes: '' });
  const kept =
    action === 'prune'
      ? without(entries.value, told)
      : [...entries.value.filter((each) => !isJudged(each)), ...entriesFor(file, findings)];
  const written = await writeWhole(file, baselineText(kept));
  if (!written.ok) return written;
  const count = kept.reduce((sum, each) => sum + each.count, 0);
  const notes = `${printable(file)}: ${counted(count, 'finding')}\n`;
  if (action === 'update') return success({ findings: [], comparison: undefined, notes });
  return success({
    findings: added,
    comparison: { ...comparison, baseline: { ...comparison.baseline, stale: [] } },
    notes,
  });
}

function without(entries: readonly BaselineEntry[], stale: readonly BaselineEntry[]): BaselineEntry[] {
  const key = ({ path: place, rule, id, message }: BaselineEntry): string =>
    JSON.stringify([place, rule, id, message]);
  const gone = new Map(stale.map((each) => [key(each), each.count]));
  return entries
    .map((each) => ({ ...each, count: each.count - (gone.get(key(each)) ?? 0) }))
    .filter(({ count }) => count > 0);
}

/** What is not shown, in sentences; none where nothing was compared. */
export function comparisonLines(comparison: Comparison | undefined): string[] {
  const { since, baseline } = comparison ?? {};
  const lines: string[] = [];
  if (since && since.known > 0)
    lines.push(
      `${counted(since.known, 'finding')} of the changed files ${were(since.known)} there before (${printable(since.ref)})`,
    );
  if (baseline && baseline.known > 0)
    lines.push(
      `${counted(baseline.known, 'finding')} ${were(baseline.known)} known (${printable(baseline.file)})`,
    );
  if (baseline && baseline.stale.length > 0) {
    const count = baseline.stale.reduce((sum, each) => sum + each.count, 0);
    lines.push(
      `${counted(count, 'finding')} of ${printable(baseline.file)} no longer ${count === 1 ? 'exists' : 'exist'}. Take out with --prune-baseline:`,
    );
    for (const { path: place, rule, id } of baseline.stale)
      lines.push(`  ${printable(place)}: ${rule} ${id}`);
  }
  return lines;
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}
