import { ATTACK_EDIT_KINDS, type AttackEditKind } from '../core/edits/attack/attackMigration';
import { migrateAttack } from '../core/edits/attack/migrateAttack';
import { countsOf, KIND_WORDS } from '../core/edits/attack/summary';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { counted } from '../core/text/message';
import type { Analyzed } from './analyze';
import type { MigrateCommand } from './arguments';
import { changeOf, type Change } from './change';
import { decisionsIn, fileText, filesAndSummary, leftText, type DecidedFile } from './decisions';
import { runChanges } from './runChanges';
import type { Terminal } from './terminal';

/** What `migrate --to attack-19 --format json` prints. */
export interface MigrateAttackReport {
  /** `attack-19.1` */
  readonly to: string;
  readonly isWritten: boolean;
  readonly files: readonly MigratedAttackFile[];
  readonly summary: { readonly files: number; readonly changed: number; readonly decisions: number };
}

export interface MigratedAttackFile extends DecidedFile {
  readonly changes: Readonly<Record<AttackEditKind, number>>;
}

interface Migrated extends Change {
  readonly file: MigratedAttackFile;
}

/** Brings documents to the newest bundled release of ATT&CK. */
export function runMigrateAttack(
  command: MigrateCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): ReturnType<typeof runChanges> {
  const to = `attack-${knowledge.attack.newest()}`;
  return runChanges(command, knowledge, terminal, {
    take: migrated,
    report: (taken, isWritten): MigrateAttackReport => ({ to, isWritten, ...filesAndSummary(taken) }),
    text: reportText,
  });
}

function migrated({ path, analysis }: Analyzed): Migrated {
  const { edits, decisions } = migrateAttack(analysis);
  const file = { path, changes: countsOf(edits), decisions: decisionsIn(analysis, decisions) };
  return { ...changeOf(path, analysis, edits), file };
}

function reportText({ to, files, summary, isWritten }: MigrateAttackReport): string {
  const verb = isWritten ? 'changed' : 'would change';
  const all = `${to.replace('attack-', 'To ATT&CK ')}: ${summary.changed} of ${counted(summary.files, 'file')} ${verb}`;
  const each = files.map((file) =>
    fileText(
      file,
      ATTACK_EDIT_KINDS.map((kind) => [file.changes[kind], ...KIND_WORDS[kind]] as const),
    ),
  );
  return `${[...each, all, ...leftText(files)].join('\n')}\n`;
}
