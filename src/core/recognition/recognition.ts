import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import type { Family } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { Span } from '../text/span';
import { DocumentContext } from './context';
import { declaredEdition } from './editions';
import { DocumentNames } from './documentNames';
import { editionIn, frameworksOf, readLabel, sideOf, type Side } from './reading';
import { FRAMEWORKS, isFramework } from '../frameworks/registry';
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
  /** Its own is named by something nearer than the document as a whole. */
  readonly isNamedNear: boolean;
  /** The edition that is named nearest, or else the only one that the document names anywhere. */
  readonly edition: EditionId | undefined;
}

/** What governs a place, by family. `place` is where the span stands, unless the caller knows better. */
export function contextsAt(
  document: PolicyDocument,
  span: Span,
  place: Place,
): (family: Family) => PlaceContext {
  const context = new DocumentContext(document);
  const token = { before: '', start: span.start, isAttackUrl: false, isExplorerUrl: false };
  return (family) => {
    const surroundings = context.surroundings({ span, family, token, place });
    const sides = surroundings.pieces.map(({ scope, reading }) => ({
      scope,
      side: sideOf(reading, family, scope),
    }));
    const nearest = sides.find(({ side }) => side !== undefined);
    return {
      side: nearest?.side,
      isNamedNear: nearest?.side === 'own' && nearest.scope !== 'document',
      get edition() {
        return declaredEdition(surroundings, family)?.edition ?? context.names.onlyEdition(family);
      },
    };
  };
}

/** The keys of the frameworks of controls that a label names: a header, a key, a heading. */
export function frameworksNamedIn(label: string): ReadonlySet<Family> {
  return new Set(readLabel(label).frameworks.flatMap(({ key }) => (isFramework(key) ? [key] : [])));
}

/** A document says early what it is about. */
const MAX_TEXT = 100_000;

/** The keys of the frameworks of controls that a document names, as far as its first 100,000 characters. */
export function frameworksNamedAnywhere(text: string): ReadonlySet<Family> {
  const names = new DocumentNames(text.slice(0, MAX_TEXT));
  return new Set(FRAMEWORKS.filter(({ key }) => names.names(key)).map(({ key }) => key));
}

/** Every edition that a text names together with the framework, in order: `CCM 4.0 and CCM v4.1`. */
export function editionsNamed(text: string, family: Family): EditionId[] {
  return frameworksOf(signalsIn(text).terms).flatMap(({ key, version }) =>
    key === family && version !== undefined ? [version] : [],
  );
}
