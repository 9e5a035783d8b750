import { fixAll, safeFixes } from '../core/edits/fixAll';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { counted } from '../core/text/message';
import type { Analyzed } from './analyze';
import type { FixCommand } from './arguments';
import { changeOf, type Change } from './change';
import { printable } from './printable';
import { runChanges } from './runChanges';
import type { Terminal } from './terminal';

/** What `fix --format json` prints. */
export interface FixReport {
  readonly isWritten: boolean;
  readonly files: readonly { readonly path: string; readonly fixes: number }[];
  readonly summary: { readonly files: number; readonly changed: number; readonly fixes: number };
}

interface FixedFile extends Change {
  readonly fixes: number;
}

/** Fixes what the editor fixes on save, or all findings of rules that were named and that one replacement is meant for. */
export function runFix(
  command: FixCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): ReturnType<typeof runChanges> {
  return runChanges(command, knowledge, terminal, {
    take: (each) => fixed(each, command),
    report: reportOf,
    text: reportText,
  });
}

function fixed({ path, analysis }: Analyzed, { rules }: FixCommand): FixedFile {
  const { count: fixes, edits } = rules ? fixAll(analysis, rules) : safeFixes(analysis);
  return { ...changeOf(path, analysis, edits), fixes };
}

function reportOf(taken: readonly FixedFile[], isWritten: boolean): FixReport {
  const files = taken.filter(({ fixes }) => fixes > 0).map(({ path, fixes }) => ({ path, fixes }));
  const fixes = files.reduce((sum, each) => sum + each.fixes, 0);
  return { isWritten, files, summary: { files: taken.length, changed: files.length, fixes } };
}

function reportText({ isWritten, files, summary }: FixReport): string {
  const lines = files.map(({ path, fixes }) => `${printable(path)}: ${counted(fixes, 'fix', 'fixes')}`);
  const all = `${counted(summary.fixes, 'fix', 'fixes')} in ${summary.changed} of ${counted(summary.files, 'file')}`;
  return `${[...lines, isWritten ? all : `${all}. Nothing was written`].join('\n')}\n`;
}
