import type { Analysis } from './analysis';
import type { Place } from '../documents/place';
import type { Family } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import { contextAt, type PlaceContext } from '../recognition/recognition';
import type { Span } from '../text/span';
import { citationsOf, editionIfKnown } from './citations';

/** What governs a place at which an id may be written. */
export interface Surroundings {
  /** Whether the framework that is named nearest is that of controls, of techniques. */
  readonly side: (family: Family) => PlaceContext['side'];
  /** The edition of a control that is written there: the nearest declaration, else the document's. */
  readonly edition: EditionId;
}

/**
 * `place` is where the span stands, unless the caller knows better. `before` is what `citationsOf` gave for an earlier
 * version, to be taken where it would have to read the whole document again.
 */
export function surroundingsAt(
  analysis: Analysis,
  span: Span,
  place: Place = analysis.document.structure.placeAt(span.start),
  before?: EditionId,
): Surroundings {
  const contextOf = (family: Family): PlaceContext => contextAt(analysis.document, family, span, place);
  return {
    side: (family) => contextOf(family).side,
    // asked for controls only: where nothing is declared, it takes the references of the whole document
    get edition() {
      const context = contextOf('ccm');
      const declared = context.edition ?? context.onlyEdition;
      return declared ?? editionIfKnown(analysis) ?? before ?? citationsOf(analysis).edition;
    },
  };
}
