import type { Message } from '../../text/message';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/** What an edit of a migration changes. `repeat` takes out what another place already says. */
export const ATTACK_EDIT_KINDS = ['id', 'tactic', 'name', 'link', 'declaration', 'repeat'] as const;
export type AttackEditKind = (typeof ATTACK_EDIT_KINDS)[number];

export interface AttackEdit extends TextEdit {
  readonly kind: AttackEditKind;
}

/** Why a place needs a person. */
export type AttackDecisionKind =
  'successor' | 'inferred' | 'deprecated' | 'tactic' | 'repeat' | 'pinned' | 'declaration';

/** Something that a person must decide, or look at. The span is that of the document as it was before. */
export interface AttackDecision {
  readonly kind: AttackDecisionKind;
  readonly span: Span;
  readonly message: Message;
}

/** What brings a document to a release of ATT&CK. */
export interface AttackMigration {
  /** `19.1` */
  readonly to: string;
  /** In order of place, none overlapping another. */
  readonly edits: readonly AttackEdit[];
  /** In order of place. */
  readonly decisions: readonly AttackDecision[];
}
