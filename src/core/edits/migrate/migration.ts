import type { CanonicalId } from '../../identifiers/grammar';
import type { Control, EditionId, Framework } from '../../knowledge/framework';
import type { Reference } from '../../recognition/reference';
import type { TextEdit } from '../../text/edit';
import type { Message } from '../../text/message';
import type { Span } from '../../text/span';

export type EditKind = 'id' | 'title' | 'range' | 'declaration';

export interface MigrationEdit extends TextEdit {
  readonly kind: EditKind;
}

/** Why a place needs a person. */
export type DecisionKind =
  | 'removed'
  | 'not-in-edition'
  | 'title'
  | 'range'
  | 'question'
  | 'both-editions'
  | 'point-release'
  | 'not-declared'
  | 'read-back';

/** Something that a person must decide, or look at. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly span: Span;
  readonly message: Message;
}

/** What brings a document from one edition of its controls to another. */
export interface Migration {
  readonly framework: Framework;
  readonly from: EditionId;
  readonly to: EditionId;
  /** In order of place, none overlapping another. */
  readonly edits: readonly MigrationEdit[];
  /** References to controls that the other edition does not have; they are left as they are. */
  readonly removed: readonly Reference[];
  /** References that both editions write alike. */
  readonly unchanged: readonly Reference[];
  /** In order of place. */
  readonly decisions: readonly Decision[];
  /** Controls that only the other edition has, in order of their ids. */
  readonly added: readonly Control[];
}

/** Where the parts of a migration put what they find. */
export class Collector {
  private readonly taken = new Set<string>();
  readonly edits: MigrationEdit[] = [];
  readonly decisions: Decision[] = [];
  readonly removed: Reference[] = [];
  readonly unchanged: Reference[] = [];

  edit(kind: EditKind, span: Span, newText: string): void {
    const place = `${span.start}:${span.end}`;
    if (!this.taken.has(place)) this.edits.push({ kind, span, newText });
    this.taken.add(place);
  }

  decide(kind: DecisionKind, span: Span, what: Message): void {
    this.decisions.push({ kind, span, message: what });
  }
}

/** Undefined for an id that the edition does not have. */
export type Renumbering = (id: CanonicalId) => Renumbered | undefined;

/** What an id of one edition is in another. */
export interface Renumbered {
  readonly control: Control;
  /** Undefined where the other edition does not have the control. */
  readonly id: CanonicalId | undefined;
}
