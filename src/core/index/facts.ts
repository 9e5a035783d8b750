import type { Analysis } from '../analysis/analysis';
import { isReport } from '../analysis/occurrences';
import type { CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { Reference } from '../recognition/reference';
import { resolutionStatusOf, subjectOf, type ResolutionStatus, type Subject } from '../resolution/subject';
import type { Range } from '../text/span';
import { isDeclaration } from './declarations';

/** What an id means in a document: the same for all its references there that mean the same. */
export interface Meaning {
  readonly subject: Subject;
  /** As the document numbers it. */
  readonly id: CanonicalId;
  /** Controls only. */
  readonly edition: EditionId | undefined;
  readonly status: ResolutionStatus;
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

/**
 * What the index takes of a document, in order of place. Doubtful references are left out, and so is all that a report
 * of ours lists.
 */
export function factsOf(analysis: Analysis): ReferenceFact[] {
  const { document } = analysis;
  if (isReport(document.text)) return []; // nobody waits for what it lists
  const meanings = new Map<string, Meaning>();
  return analysis.references
    .filter(({ certainty }) => certainty !== 'doubtful')
    .map((reference) => ({
      meaning: meaningOf(analysis, reference, meanings),
      range: document.lines.rangeOf(reference.span),
      certain: reference.certainty === 'certain',
      implied: reference.implied,
      declares: isDeclaration(document, reference),
    }));
}

/** The references of a document that are resolved alike share theirs. */
function meaningOf(analysis: Analysis, reference: Reference, known: Map<string, Meaning>): Meaning {
  const { id } = reference;
  const edition = reference.edition?.edition;
  const key = `${edition ?? ''} ${id}`;
  const same = known.get(key);
  if (same) return same;
  const resolution = analysis.resolve(reference);
  const subject = subjectOf(resolution);
  const status = resolutionStatusOf(resolution);
  const meaning: Meaning = { subject, id, edition, status };
  known.set(key, meaning);
  return meaning;
}
