import { REPORT_MARK } from '../analysis/occurrences';
import { heading, line, type Block } from '../text/blocks';
import { counted, message, type Message } from '../text/message';
import { renderReadable } from '../text/renderMarkdown';
import type { AttackChanges, IdChange } from './attackChanges';

/** How many of the cited IDs changed, and where, in one sentence. */
export function changesSentence({ from, to, changes, cited, documents }: AttackChanges): Message {
  return message(
    'ATT&CK {0} to {1}: {2} of {3} changed, in {4}.',
    from,
    to,
    String(changes.length),
    counted(cited, 'ID cited', 'IDs cited'),
    counted(documents, 'document'),
  );
}

/** `rules/a.yml:3, 9`, for each document that cites it; lines count from one. */
export function placesByDocument({ places }: IdChange): string[] {
  const lines = new Map<string, number[]>();
  for (const each of places) lines.set(each.path, [...(lines.get(each.path) ?? []), each.line + 1]);
  return [...lines].map(([path, numbers]) => `${path}:${numbers.join(', ')}`);
}

/** The report as text, for a terminal; `printable` makes a name from outside safe to print. */
export function changesText(report: AttackChanges, printable: (text: string) => string): string {
  const parts = report.changes.map((each) =>
    [
      `${each.id} ${each.name}`,
      ...each.messages.map(({ text }) => `  ${text}`),
      ...placesByDocument(each).map((place) => `  ${printable(place)}`),
    ].join('\n'),
  );
  return `${[changesSentence(report).text, ...parts].join('\n\n')}\n`;
}

/** The report as a document. Its own IDs are not counted. */
export function changesMarkdown(report: AttackChanges): string {
  const rows = report.changes.map((each) => [
    [{ text: each.id }],
    [{ text: each.name }],
    [{ text: each.messages.map(({ text }) => text).join(' ') }],
    [{ text: placesByDocument(each).join('; ') }],
  ]);
  const blocks: Block[] = [line(changesSentence(report).text)];
  if (rows.length > 0) blocks.push({ kind: 'table', head: ['ID', 'Name', 'What changed', 'Where'], rows });
  return [
    renderReadable([heading(1, `ATT&CK ${report.from} to ${report.to}`)]),
    `<!-- ${REPORT_MARK} -->\n<!-- control-lens-disable -->`,
    renderReadable(blocks),
    '',
  ].join('\n\n');
}
