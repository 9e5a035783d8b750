import { ATTACK_EDIT_KINDS, type AttackEditKind } from '../core/edits/attack/attackMigration';
import { migrateAttack } from '../core/edits/attack/migrateAttack';
import { countsOf, KIND_WORDS } from '../core/edits/attack/summary';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { counted } from '../core/text/message';
import { success, type Result } from '../core/text/result';
import { analyze, type Analyzed } from './analyze';
import type { MigrateCommand } from './arguments';
import { changeOf, diffOf, writeChanges, type Change } from './change';
import { json } from './json';
import { printable } from './printable';
import type { Terminal } from './terminal';

/** What `migrate --to attack-19 --format json` prints. */
export interface MigrateAttackReport {
  /** `attack-19.1` */
  readonly to: string;
  readonly isWritten: boolean;
  readonly files: readonly MigratedAttackFile[];
  readonly summary: { readonly files: number; readonly changed: number; readonly decisions: number };
}

/** A file with something to change or to decide. */
export interface MigratedAttackFile {
  readonly path: string;
  readonly changes: Readonly<Record<AttackEditKind, number>>;
  /** What a person must decide. Lines count from zero, as they were before. */
  readonly decisions: readonly { readonly line: number; readonly kind: string; readonly message: string }[];
}

interface Migrated extends Change {
  readonly file: MigratedAttackFile;
}

/** Brings documents to the newest bundled release of ATT&CK. */
export async function runMigrateAttack(
  command: MigrateCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): Promise<Result<{ readonly out: readonly string[]; readonly error: string }>> {
  const files = await analyze(command, knowledge, terminal, { take: migrated });
  if (!files.ok) return files;
  const { taken, notes: error } = files.value;
  if (!command.isDry) {
    const written = await writeChanges(taken);
    if (!written.ok) return written;
  }
  if (command.diff) return success({ out: diffOf(taken), error });
  const report = reportOf(taken, knowledge.attack.newest(), !command.isDry);
  return success({ out: [command.format === 'json' ? json(report) : reportText(report)], error });
}

function migrated({ path, analysis }: Analyzed): Migrated {
  const { edits, decisions } = migrateAttack(analysis);
  const { lines } = analysis.document;
  return {
    ...changeOf(path, analysis, edits),
    file: {
      path,
      changes: countsOf(edits),
      decisions: decisions.map(({ kind, span, message }) => ({
        line: lines.lineAt(span.start),
        kind,
        message: message.text,
      })),
    },
  };
}

function reportOf(taken: readonly Migrated[], version: string, isWritten: boolean): MigrateAttackReport {
  const files = taken
    .filter(({ edits, file }) => edits.length + file.decisions.length > 0)
    .map(({ file }) => file);
  return {
    to: `attack-${version}`,
    isWritten,
    files,
    summary: {
      files: taken.length,
      changed: taken.filter(({ edits }) => edits.length > 0).length,
      decisions: files.reduce((sum, { decisions }) => sum + decisions.length, 0),
    },
  };
}

function reportText({ to, files, summary, isWritten }: MigrateAttackReport): string {
  const verb = isWritten ? 'changed' : 'would change';
  const lines = files.map(fileText);
  lines.push(
    `${to.replace('attack-', 'To ATT&CK ')}: ${summary.changed} of ${counted(summary.files, 'file')} ${verb}`,
  );
  const left = files.flatMap(({ path, decisions }) => decisions.map((each) => ({ path, ...each })));
  if (left.length === 0) lines.push('Nothing is left to decide.');
  else lines.push('', `Left for you to decide (${left.length}), by the lines before:`);
  for (const { path, line, message } of left)
    lines.push(`  ${printable(path)}:${line + 1}: ${printable(message)}`);
  return `${lines.join('\n')}\n`;
}

function fileText({ path, changes, decisions }: MigratedAttackFile): string {
  const parts = [
    ...ATTACK_EDIT_KINDS.map((kind) => [changes[kind], ...KIND_WORDS[kind]] as const),
    [decisions.length, 'decision', 'decisions'] as const,
  ];
  const shown = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return `${printable(path)}: ${shown.join(', ')}`;
}
