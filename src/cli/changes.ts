import { attackChanges, type AttackChanges, type CitedPlace } from '../core/changes/attackChanges';
import { changesMarkdown, changesText } from '../core/changes/render';
import { ATTACK } from '../core/identifiers/grammar';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { success, type Result } from '../core/text/result';
import { analyze, type Analyzed } from './analyze';
import type { ChangesCommand } from './arguments';
import { json } from './json';
import { printable } from './printable';
import type { Terminal } from './terminal';

/** What `changes --format json` prints. */
export interface ChangesReport {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly {
    readonly id: string;
    readonly name: string;
    readonly kinds: readonly string[];
    readonly message: string;
    /** Lines count from zero. */
    readonly places: readonly { readonly path: string; readonly line: number }[];
  }[];
  readonly summary: { readonly cited: number; readonly changed: number; readonly documents: number };
}

/** Which of the cited IDs changed between two releases of ATT&CK, and where they are cited. */
export async function runChanges(
  command: ChangesCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): Promise<Result<{ readonly out: string; readonly error: string }>> {
  const files = await analyze(command, knowledge, terminal, { take: citedIn });
  if (!files.ok) return files;
  const { taken, notes: error } = files.value;
  const report = attackChanges(knowledge.attack, taken.flat(), command.from, command.to);
  return success({ out: rendered(report, command), error });
}

function rendered(report: AttackChanges, { format }: ChangesCommand): string {
  if (format === 'markdown') return changesMarkdown(report);
  return format === 'json' ? json(reportOf(report)) : changesText(report, printable);
}

function citedIn({ path, analysis }: Analyzed): CitedPlace[] {
  return analysis.references
    .filter(({ family, certainty }) => family === ATTACK && certainty !== 'doubtful')
    .map(({ id, place }) => ({ id, path, line: place.line }));
}

function reportOf({ from, to, changes, cited, documents }: AttackChanges): ChangesReport {
  return {
    from,
    to,
    changes: changes.map(({ messages, ...each }) => ({
      ...each,
      message: messages.map(({ text }) => text).join(' '),
    })),
    summary: { cited, changed: changes.length, documents },
  };
}
