import { migrate } from '../core/edits/migrate/migrate';
import type { Migration } from '../core/edits/migrate/migration';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { capitalized, counted } from '../core/text/message';
import type { Analyzed } from './analyze';
import type { MigrateCommand } from './arguments';
import { changeOf, type Change } from './change';
import { decisionsIn, fileText, filesAndSummary, leftText, type DecidedFile } from './decisions';
import { runMigrateAttack } from './migrateAttackFiles';
import { runChanges } from './runChanges';
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

export interface MigratedFile extends DecidedFile {
  readonly changes: Readonly<Record<'ids' | 'titles' | 'ranges' | 'declarations', number>>;
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
export function runMigrate(
  command: MigrateCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): ReturnType<typeof runChanges> {
  const { from, to } = command;
  if (from === undefined) return runMigrateAttack(command, knowledge, terminal);
  const editions = { from, to };
  return runChanges(command, knowledge, terminal, {
    take: (each) => migrated(each, editions),
    report: (taken, isWritten) => reportOf(taken, editions, isWritten),
    text: reportText,
  });
}

function migrated({ path, analysis }: Analyzed, { from, to }: Editions): Migrated {
  const migration = migrate(analysis, from, to);
  const { edits, decisions } = migration;
  const count = (kind: string): number => edits.filter((edit) => edit.kind === kind).length;
  const changes = {
    ids: count('id'),
    titles: count('title'),
    ranges: count('range'),
    declarations: count('declaration'),
  };
  const file = { path, changes, decisions: decisionsIn(analysis, decisions) };
  return { ...changeOf(path, analysis, edits), migration, file };
}

function reportOf(taken: readonly Migrated[], { from, to }: Editions, isWritten: boolean): MigrateReport {
  const { framework, added: fresh = [] } = taken[0]?.migration ?? {};
  const { files, summary } = filesAndSummary(taken);
  const added = framework
    ? fresh.map((control) => ({ id: framework.id(control, to), title: framework.title(control, to) }))
    : [];
  return { from, to, isWritten, files, added, summary };
}

function reportText(
  { files, added, summary, isWritten, from, to }: MigrateReport,
  taken: readonly Migrated[],
): string {
  const { framework } = taken[0]?.migration ?? {};
  const label = (edition: string): string => framework?.label(edition) ?? edition;
  const verb = isWritten ? 'changed' : 'would change';
  const all = `${capitalized(label(from))} to ${label(to)}: ${summary.changed} of ${counted(summary.files, 'file')} ${verb}`;
  const only = added.map(({ id, title }) => `  ${id} ${title}`);
  if (only.length > 0) only.unshift('', `Controls that only ${label(to)} has:`);
  return `${[...files.map(migratedText), all, ...leftText(files), ...only].join('\n')}\n`;
}

function migratedText(file: MigratedFile): string {
  const { ids, titles, ranges, declarations } = file.changes;
  return fileText(file, [
    [ids, 'ID'],
    [titles, 'title'],
    [ranges, 'range'],
    [declarations, 'declaration'],
  ]);
}
