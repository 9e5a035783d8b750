import type { Analysis } from '../../analysis/analysis';
import { capitalized, counted, listed, message, type Message } from '../../text/message';
import { heading, line, type Block } from '../../text/blocks';
import { REPORT_MARK } from '../../analysis/occurrences';
import { renderReadable } from '../../text/renderMarkdown';
import type { Decision, Migration } from './migration';

/** What a migration did, in one sentence. */
export function migrationSentence({ framework, edits, from, to }: Migration): Message {
  const count = (kind: string): number => edits.filter((edit) => edit.kind === kind).length;
  const parts = [
    counted(count('id') + count('range'), 'id'),
    counted(count('title'), 'title'),
    counted(count('declaration'), 'declaration'),
  ];
  return message(
    '{0} to {1}: {2} changed.',
    capitalized(framework.label(from)),
    framework.label(to),
    listed(parts),
  );
}

/**
 * A document that tells what is left for a person, by place, and which controls only the new edition has. Comments keep
 * its own ids from being counted or warned of.
 */
export function migrationDocument(analysis: Analysis, name: string, migration: Migration): string {
  const { framework } = migration;
  const title = `${capitalized(framework.label(migration.from))} to ${framework.label(migration.to)}`;
  return [
    renderReadable([heading(1, title)]),
    `<!-- ${REPORT_MARK} -->\n<!-- control-lens-disable -->`,
    renderReadable(summaryBlocks(analysis, name, migration)),
    '',
  ].join('\n\n');
}

function summaryBlocks(analysis: Analysis, name: string, migration: Migration): Block[] {
  const { framework, decisions, added, to } = migration;
  const { text } = migrationSentence(migration);
  const blocks: Block[] = [line(`${name}. ${text}`)];
  if (decisions.length === 0) blocks.push(line('Nothing is left to decide.'));
  else blocks.push(heading(2, 'Left for you to decide'), decisionTable(analysis, decisions));
  if (added.length === 0) return blocks;
  const rows = added.map((control) => [
    [{ text: framework.id(control, to) }],
    [{ text: framework.title(control, to) }],
  ]);
  return [
    ...blocks,
    heading(2, `Controls that only ${framework.label(to)} has`),
    { kind: 'table', head: ['Control', 'Title'], rows },
  ];
}

/** Lines as they were before. */
function decisionTable({ document: { lines } }: Analysis, decisions: readonly Decision[]): Block {
  return {
    kind: 'table',
    head: ['Line', 'What to decide'],
    rows: decisions.map(({ span, message: what }) => [
      [{ text: String(lines.lineAt(span.start) + 1) }],
      [{ text: what.text }],
    ]),
  };
}
