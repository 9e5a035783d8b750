import type { CanonicalId } from '../../identifiers/grammar';
import type { EditionId } from '../../knowledge/framework';
import type { TextEdit } from '../../text/edit';

/** An item with its id and title in the edition of the place where it goes. */
export interface Entry {
  readonly id: CanonicalId;
  readonly title: string;
}

/** A place that takes entries, and the manner in which it does. */
export interface Slot {
  /** The edition of what stands there already. */
  readonly edition: EditionId | undefined;
  /** False where a framework's name before the first entry would be part of a value, or unlike its neighbors. */
  readonly takesName: boolean;
  /** `name` stands before the first entry: the framework's name and a space, or nothing. The edits do not overlap. */
  write(entries: readonly Entry[], name: string): TextEdit[];
  /** False where the edits would leave a syntax error; a text that nothing parses can have none. */
  readonly isSound?: (edits: readonly TextEdit[]) => boolean;
}
