import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { success, type Result } from '../core/text/result';
import { analyze, type Analyzed } from './analyze';
import type { FixCommand, MigrateCommand } from './arguments';
import { diffOf, writeChanges, type Change } from './change';
import { json } from './json';
import type { Terminal } from './terminal';

/** What a command that changes files does with each, and what it says of all of them. */
interface Changing<Changed extends Change, Report extends object> {
  readonly take: (each: Analyzed) => Changed;
  readonly report: (taken: readonly Changed[], isWritten: boolean) => Report;
  readonly text: (report: Report, taken: readonly Changed[]) => string;
}

/** Changes files, unless it is a rehearsal, and gives back what is printed. */
export async function runChanges<Changed extends Change, Report extends object>(
  command: FixCommand | MigrateCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
  { take, report, text }: Changing<Changed, Report>,
): Promise<Result<{ readonly out: readonly string[]; readonly error: string }>> {
  const files = await analyze(command, knowledge, terminal, { take });
  if (!files.ok) return files;
  const { taken, notes: error } = files.value;
  if (!command.isDry) {
    const written = await writeChanges(taken);
    if (!written.ok) return written;
  }
  if (command.diff) return success({ out: diffOf(taken), error });
  const whole = report(taken, !command.isDry);
  return success({ out: [command.format === 'json' ? json(whole) : text(whole, taken)], error });
}
