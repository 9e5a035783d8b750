import { migrate } from '../core/edits/migrate/migrate';
import type { Migration } from '../core/edits/migrate/migration';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { capitalized, counted } from '../core/text/message';
import { success, type Result } from '../core/text/result';
import { analyze, type Analyzed } from './analyze';
import type { MigrateCommand } from './arguments';
import { changeOf, diffOf, writeChanges, type Change } from './change';
import { json } from './json';
import { runMigrateAttack } from './migrateAttackFiles';
import { printable } from './printable';
import type { Terminal } from './terminal';

/** What `migrate --format json` prints. */
export interface MigrateReport {
  readonly from: string;
  readonly to: string;
  readonly isWritten: boolean;
  readonly files: readonly MigratedFile[];
  /** Controls that only the new edition has. */
  readonly added: readonly { readonly id: string; readonly title: string }[];
  readonly summary: { readonly files: number; readonly changed: number; readonly decisions: number };
}

/** A file with something to change or to decide. */
export interface MigratedFile {
  readonly path: string;
  readonly changes: Readonly<Record<'ids' | 'titles' | 'ranges' | 'declarations', number>>;
  /** What a person must decide. Lines count from zero, as they were before. */
  readonly decisions: readonly { readonly line: number; readonly kind: string; readonly message: string }[];
}

interface Editions {
  readonly from: string;
  readonly to: string;
}

interface Migrated extends Change {
  readonly file: MigratedFile;
  readonly migration: Migration;
}

/** Brings documents from one edition to another, or to a release of ATT&CK. */
export async function runMigrate(
  command: MigrateCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): Promise<Result<{ readonly out: readonly string[]; readonly error: string }>> {
  const { from, to } = command;
  if (from === undefined) return runMigrateAttack(command, knowledge, terminal);
  const editions = { ...command, from, to };
  const files = await analyze(command, knowledge, terminal, { take: (each) => migrated(each, editions) });
  if (!files.ok) return files;
  const { taken, notes: error } = files.value;
  if (!command.isDry) {
    const written = await writeChanges(taken);
    if (!written.ok) return written;
  }
  if (command.diff) return success({ out: diffOf(taken), error });
  const report = reportOf(taken, editions);
  return success({ out: [command.format === 'json' ? json(report) : reportText(report, taken)], error });
}

function migrated({ path, analysis }: Analyzed, { from, to }: Editions): Migrated {
  const migration = migrate(analysis, from, to);
  const { edits, decisions } = migration;
  const count = (kind: string): number => edits.filter((edit) => edit.kind === kind).length;
  const { lines } = analysis.document;
  return {
    ...changeOf(path, analysis, edits),
    migration,
    file: {
      path,
      changes: {
        ids: count('id'),
        titles: count('title'),
        ranges: count('range'),
        declarations: count('declaration'),
      },
      decisions: decisions.map(({ kind, span, message }) => ({
        line: lines.lineAt(span.start),
        kind,
        message: message.text,
      })),
    },
  };
}

function reportOf(
  taken: readonly Migrated[],
  { from, to, isDry }: Editions & { readonly isDry: boolean },
): MigrateReport {
  const files = taken
    .filter(({ edits, file }) => edits.length + file.decisions.length > 0)
    .map(({ file }) => file);
  const { framework, added = [] } = taken[0]?.migration ?? {};
  return {
    from,
    to,
    isWritten: !isDry,
    files,
    added: framework
      ? added.map((control) => ({ id: framework.id(control, to), title: framework.title(control, to) }))
      : [],
    summary: {
      files: taken.length,
      changed: taken.filter(({ edits }) => edits.length > 0).length,
      decisions: files.reduce((sum, { decisions }) => sum + decisions.length, 0),
    },
  };
}

function reportText(
  { files, added, summary, isWritten, from, to }: MigrateReport,
  taken: readonly Migrated[],
): string {
  const { framework } = taken[0]?.migration ?? {};
  const label = (edition: string): string => framework?.label(edition) ?? edition;
  const lines = files.map(fileText);
  const verb = isWritten ? 'changed' : 'would change';
  const counts = `${capitalized(label(from))} to ${label(to)}: ${summary.changed} of ${counted(summary.files, 'file')} ${verb}`;
  lines.push(counts);
  const left = files.flatMap(({ path, decisions }) => decisions.map((each) => ({ path, ...each })));
  if (left.length === 0) lines.push('Nothing is left to decide.');
  else lines.push('', `Left for you to decide (${left.length}), by the lines before:`);
  for (const { path, line, message } of left)
    lines.push(`  ${printable(path)}:${line + 1}: ${printable(message)}`);
  if (added.length > 0) lines.push('', `Controls that only ${label(to)} has:`);
  for (const { id, title } of added) lines.push(`  ${id} ${title}`);
  return `${lines.join('\n')}\n`;
}

function fileText({ path, changes, decisions }: MigratedFile): string {
  const { ids, titles, ranges, declarations } = changes;
  const parts = [
    [ids, 'ID'],
    [titles, 'title'],
    [ranges, 'range'],
    [declarations, 'declaration'],
    [decisions.length, 'decision'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, name]) => counted(count, name));
  return `${printable(path)}: ${shown.join(', ')}`;
}
