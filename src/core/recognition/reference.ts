import type { CanonicalId, Family, IdentifierKind } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { Place } from '../documents/place';
import type { Scope } from './reading';
import type { Span } from '../text/span';

/** How sure we are that a place names what it seems to name. Only certain references get findings. */
export type Certainty = 'certain' | 'likely' | 'doubtful';

/** An edition for documents that say nothing; `auto` leaves it to the mapping file's own numbering. */
export type EditionSetting = EditionId;

/** What the user or the document has said once and for all about IDs with the shape of a control's. */
export type Assumption = 'auto' | 'always' | 'never';

/** Something that speaks for (positive weight) or against (negative) a reference. */
export interface Evidence {
  /** Id of the clue. */
  readonly clue: string;
  readonly weight: number;
  /** What stands there, shortened; empty if the clue says it all. */
  readonly text: string;
}

/** Which edition a control reference speaks of, and what says so. */
export interface EditionChoice {
  readonly edition: EditionId;
  readonly source: EditionSource;
  /** What was read there; empty where nothing was. */
  readonly text: string;
}

/** Where an edition is read from. */
export type EditionSource = Scope | 'title' | 'setting' | 'only-edition' | 'default';

/** A place in a document that names a technique, a control or another object. */
export interface Reference {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly id: CanonicalId;
  readonly family: Family;
  readonly kind: IdentifierKind;
  /** Understood, and not how the publisher writes it: `T1562.01`. */
  readonly malformed: boolean;
  /** A CAIQ question (`.1`) or a metric (`-M1`) of the control. */
  readonly tail: string | undefined;
  readonly certainty: Certainty;
  /** What speaks for and against it. */
  readonly evidence: readonly Evidence[];
  /** Controls only. */
  readonly edition: EditionChoice | undefined;
  readonly place: Place;
  /** For the members of `IAM-01 to IAM-05`: all of it. A member that is not written out has it as its span. */
  readonly range: Span | undefined;
  /** For the target of a link: the other id that the link's text names. */
  readonly linkText: CanonicalId | undefined;
  /** True for a member of a range that is not written out. */
  readonly implied: boolean;
  /** True for a tactic that is written by its name, `defense-evasion`: `text` is the name, `id` the tactic's. */
  readonly isName?: boolean;
  /**
   * For an ID in two places, `technique: T1562` with `sub-technique: "002"`: both of them in the order of the ID, the
   * first one also as `span`. Undefined for any other.
   */
  readonly parts?: readonly Span[] | undefined;
}

/** Whether findings and lenses may speak of it. */
export function isCertain(reference: Reference): boolean {
  return reference.certainty === 'certain';
}
