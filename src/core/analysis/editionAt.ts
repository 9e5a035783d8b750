import type { Analysis } from './analysis';
import type { Place } from '../documents/place';
import type { EditionId } from '../knowledge/framework';
import { DocumentContext } from '../recognition/context';
import type { ContextPiece } from '../recognition/pieces';
import { declaredEdition } from '../recognition/editions';
import type { Span } from '../text/span';
import { citationsOf, editionIfKnown } from './citations';

/** What governs a place at which an id may be written. */
export interface Surroundings {
  /** Nearest first. */
  readonly pieces: readonly ContextPiece[];
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
  const context = new DocumentContext(analysis.document);
  const token = { before: '', start: span.start, isAttackUrl: false, isExplorerUrl: false };
  const pieces = context.piecesFor({ candidate: { span, family: 'ccm' }, token, place });
  return {
    pieces,
    // asked for controls only: where nothing is declared, it takes the references of the whole document
    get edition() {
      const declared = declaredEdition(pieces)?.edition ?? context.onlyEdition;
      return declared ?? editionIfKnown(analysis) ?? before ?? citationsOf(analysis).edition;
    },
  };
}
