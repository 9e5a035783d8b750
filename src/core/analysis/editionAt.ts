import type { Analysis } from './analysis';
import type { Place } from '../documents/place';
import type { Family } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { EditionOf } from '../knowledge/knowledgeBase';
import { contextsAt, type PlaceContext } from '../recognition/recognition';
import type { Span } from '../text/span';
import { citationsOf } from './citations';

/** What governs a place at which an id may be written. */
export interface Surroundings {
  /** What is named around the place, for a family. */
  readonly contextOf: (family: Family) => PlaceContext;
  /** The edition in which a control of a framework is written there: the nearest declaration, else the document's. */
  readonly editionOf: EditionOf;
}

/** `place` is where the span stands, unless the caller knows better. */
export function surroundingsAt(
  analysis: Analysis,
  span: Span,
  place: Place = analysis.document.structure.placeAt(span.start),
): Surroundings {
  const contextOf = contextsAt(analysis.document, span, place);
  return {
    contextOf,
    // asked for controls only: without a declaration, it takes the references of the whole document
    editionOf: (framework) => {
      const declared = contextOf(framework.key).edition;
      if (declared !== undefined && isEditionOf(framework, declared)) return declared;
      return citationsOf(analysis).editionOf(framework);
    },
  };
}

/** An edition that is declared may be an earlier one, of which no control is known. */
function isEditionOf(framework: Framework, edition: EditionId): boolean {
  return framework.hasEdition(edition) || framework.legacyEdition === edition;
}
