import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import type { Family } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { Span } from '../text/span';
import { DocumentContext } from './context';
import { declaredEdition } from './editions';
import { readLabel, sideOf, editionIn, type Side } from './reading';
import { frameworksOf } from './reading';
import { signalsIn } from './signals';

/** What a label, such as the header of a column or a key, says of the ids below it, for one family. */
export interface LabelMeaning {
  /** It names the family: `CSA CCM v4.1`, `ATT&CK`. */
  readonly isNamed: boolean;
  readonly edition: EditionId | undefined;
  /** It names another framework, and not this one. */
  readonly isForeign: boolean;
  readonly controls: boolean;
  readonly techniques: boolean;
  /** It calls its ids something else: tickets, rooms, tasks. */
  readonly isThing: boolean;
}

export function labelMeaning(text: string, family: Family): LabelMeaning {
  const reading = readLabel(text);
  const side = sideOf(reading, family, 'column');
  return {
    isNamed: side === 'own',
    edition: editionIn(reading, family),
    isForeign: side === 'other',
    controls: reading.controls,
    techniques: reading.techniques,
    isThing: reading.thing !== undefined,
  };
}

/** What governs a place at which an id of a family may be written. */
export interface PlaceContext {
  /** Whether the framework that is named nearest is the family's own. */
  readonly side: Side;
  /** The edition that is named nearest. */
  readonly edition: EditionId | undefined;
  /** The one edition that the document names anywhere, if it names just one. */
  readonly onlyEdition: EditionId | undefined;
}

/** `place` is where the span stands, unless the caller knows better. */
export function contextAt(document: PolicyDocument, family: Family, span: Span, place: Place): PlaceContext {
  const context = new DocumentContext(document);
  const token = { before: '', start: span.start, isAttackUrl: false, isExplorerUrl: false };
  const surroundings = context.surroundings({ span, family, token, place });
  const sides = surroundings.pieces.map(({ scope, reading }) => sideOf(reading, family, scope));
  return {
    side: sides.find((side) => side !== undefined),
    edition: declaredEdition(surroundings, family)?.edition,
    get onlyEdition() {
      return context.names.onlyEdition(family);
    },
  };
}

/** Every edition that a text names together with the framework, in order: `CCM 4.0 and CCM v4.1`. */
export function editionsNamed(text: string, family: Family): EditionId[] {
  return frameworksOf(signalsIn(text).terms).flatMap(({ key, version }) =>
    key === family && version !== undefined ? [version] : [],
  );
}
