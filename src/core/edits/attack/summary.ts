import { REPORT_MARK } from '../../analysis/occurrences';
import { heading, line, type Block } from '../../text/blocks';
import { counted, listed, message, type Message } from '../../text/message';
import { renderReadable } from '../../text/renderMarkdown';
import {
  ATTACK_EDIT_KINDS,
  type AttackDecision,
  type AttackEdit,
  type AttackEditKind,
} from './attackMigration';

/** One and several of what each kind of edit changes. */
export const KIND_WORDS: Readonly<Record<AttackEditKind, readonly [string, string]>> = {
  id: ['ID', 'IDs'],
  tactic: ['tactic', 'tactics'],
  name: ['name', 'names'],
  link: ['link', 'links'],
  declaration: ['declaration', 'declarations'],
  repeat: ['repetition removed', 'repetitions removed'],
};

export function countsOf(edits: readonly AttackEdit[]): Readonly<Record<AttackEditKind, number>> {
  const counts = { id: 0, tactic: 0, name: 0, link: 0, declaration: 0, repeat: 0 };
  for (const { kind } of edits) counts[kind]++;
  return counts;
}

/** What a migration did to one document of several. */
export interface MigratedDocument {
  readonly name: string;
  readonly edits: readonly AttackEdit[];
  readonly decisions: readonly (Omit<AttackDecision, 'span'> & { readonly line: number })[];
}

/** What a migration did, in one sentence. */
export function attackMigrationSentence(to: string, documents: readonly MigratedDocument[]): Message {
  const counts = countsOf(documents.flatMap(({ edits }) => edits));
  const parts = ATTACK_EDIT_KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    counted(counts[kind], ...KIND_WORDS[kind]),
  );
  return parts.length === 0
    ? message('Nothing to change for ATT&CK {0}.', to)
    : message('To ATT&CK {0}: {1}.', to, listed(parts));
}

/** A document that tells what is left for a person, by document and line. Its own IDs are not counted. */
export function attackMigrationDocument(to: string, documents: readonly MigratedDocument[]): string {
  const rows = documents.flatMap(({ name, decisions }) =>
    decisions.map((each) => [
      [{ text: name }],
      [{ text: String(each.line + 1) }],
      [{ text: each.message.text }],
    ]),
  );
  const blocks: Block[] = [line(attackMigrationSentence(to, documents).text)];
  if (rows.length === 0) blocks.push(line('Nothing is left to decide.'));
  else
    blocks.push(heading(2, 'Left for you to decide'), {
      kind: 'table',
      head: ['Document', 'Line', 'What to decide'],
      rows,
    });
  return [
    renderReadable([heading(1, `Migration to ATT&CK ${to}`)]),
    `<!-- ${REPORT_MARK} -->\n<!-- control-lens-disable -->`,
    renderReadable(blocks),
    '',
  ].join('\n\n');
}
