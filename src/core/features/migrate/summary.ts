import type { Analysis } from '../../analysis/analysis';
import { capitalized, counted, listed, message, type Message } from '../../text/message';
import { line, strong, type Block } from '../blocks';
import type { Decision, Migration } from './migration';

/** What a migration did, in one sentence. */
export function migrationSentence({ knowledge: { ccm } }: Analysis, { edits, from, to }: Migration): Message {
  const count = (kind: string): number => edits.filter((edit) => edit.kind === kind).length;
  const parts = [
    counted(count('id') + count('range'), 'id'),
    counted(count('title'), 'title'),
    counted(count('declaration'), 'declaration'),
  ];
  return message('{0} to {1}: {2} changed.', capitalized(ccm.label(from)), ccm.label(to), listed(parts));
}

/** What is left for a person, by place, and the controls that only the new edition has. */
export function migrationSummary(analysis: Analysis, name: string, migration: Migration): Block[] {
  const { ccm } = analysis.knowledge;
  const { decisions, added, to } = migration;
  const blocks = [
    line(strong(name)),
    line(migrationSentence(analysis, migration).text),
    line(strong(decisions.length === 0 ? 'Nothing is left to decide.' : 'Left for you to decide')),
  ];
  if (decisions.length > 0) blocks.push(decisionTable(analysis, decisions));
  if (added.length === 0) return blocks;
  const rows = added.map((control) => [[{ text: ccm.id(control, to) }], [{ text: ccm.title(control, to) }]]);
  return [
    ...blocks,
    line(strong(`Controls that only ${ccm.label(to)} has`)),
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
