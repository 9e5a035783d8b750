import type { Analysis } from '../analysis/analysis';
import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import { standingOf, subjectOf, type Standing, type Subject } from '../resolution/subject';
import type { Range } from '../text/span';
import { isDeclaration } from './declarations';

/** What an id means in a document: the same for all its references there that mean the same. */
export interface Meaning {
  readonly subject: Subject;
  /** As the document numbers it. */
  readonly id: CanonicalId;
  /** Controls only. */
  readonly edition: EditionId | undefined;
  readonly standing: Standing;
}

/** A reference as the index keeps it. */
export interface ReferenceFact {
  readonly meaning: Meaning;
  readonly range: Range;
  /** False for a likely one: it counts as a citation, and gets no findings. */
  readonly certain: boolean;
  /** A member of a range that is not written out. */
  readonly implied: boolean;
  /** The document declares here what it names. */
  readonly declares: boolean;
}

/** What the index takes of a document, in order of place. Doubtful references are left out. */
export function factsOf(analysis: Analysis): ReferenceFact[] {
  const { document, knowledge, references } = analysis;
  return references
    .filter(({ certainty }) => certainty !== 'doubtful')
    .map((reference) => {
      const resolution = analysis.resolve(reference);
      return {
        meaning: {
          subject: subjectOf(knowledge, resolution),
          id: reference.id,
          edition: reference.edition?.edition,
          standing: standingOf(knowledge, resolution),
        },
        range: document.lines.rangeOf(reference.span),
        certain: reference.certainty === 'certain',
        implied: reference.implied,
        declares: isDeclaration(document, reference),
      };
    });
}
