import type { Analysis } from './analysis';
import type { Place } from '../documents/place';
import { FIRST_FRAMEWORK } from '../frameworks/registry';
import type { EditionId, Framework } from '../knowledge/framework';
import type { EditionOf } from '../knowledge/knowledgeBase';
import { DocumentContext } from '../recognition/context';
import type { ContextPiece } from '../recognition/pieces';
import { declaredEdition } from '../recognition/editions';
import type { Span } from '../text/span';
import { citationsOf, editionsIfKnown } from './citations';

/** What governs a place at which an id may be written. */
export interface Surroundings {
  /** Nearest first. */
  readonly pieces: readonly ContextPiece[];
  /** The edition in which a control of a framework is written there: the nearest declaration, else the document's. */
  readonly editionOf: EditionOf;
}

/**
 * `place` is where the span stands, unless the caller knows better. `before` is what `citationsOf` gave for an earlier
 * version, to be taken where it would have to read the whole document again.
 */
export function surroundingsAt(
  analysis: Analysis,
  span: Span,
  place: Place = analysis.document.structure.placeAt(span.start),
  before?: EditionOf,
): Surroundings {
  const context = new DocumentContext(analysis.document);
  const token = { before: '', start: span.start, isAttackUrl: false, isExplorerUrl: false };
  const pieces = context.piecesFor({ candidate: { span, family: FIRST_FRAMEWORK.key }, token, place });
  return {
    pieces,
    // asked for controls only: without a declaration, it takes the references of the whole document
    editionOf: (framework) => {
      const declared = declaredEdition(pieces)?.edition ?? context.onlyEdition;
      if (declared !== undefined && isEditionOf(framework, declared)) return declared;
      return (editionsIfKnown(analysis) ?? before ?? citationsOf(analysis).editionOf)(framework);
    },
  };
}

/** An edition that is declared may be an earlier one, of which no control is known. */
function isEditionOf(framework: Framework, edition: EditionId): boolean {
  return framework.hasEdition(edition) || framework.legacyEdition === edition;
}
