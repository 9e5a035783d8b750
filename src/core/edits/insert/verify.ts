import { Analysis } from '../../analysis/analysis';
import type { EditionId } from '../../knowledge/framework';
import type { Certainty, EditionChoice, Reference } from '../../recognition/reference';
import { subjectOf } from '../../resolution/subject';
import { applyEdits, type TextEdit } from '../../text/edit';
import type { Insertion } from './insert';

/** How the edited document reads. */
export interface Verdict {
  /** `wrong` where it cites anything else, or where what stood there is read otherwise than before. */
  readonly reading: Certainty | 'wrong';
  /** The edition that the place itself declares for what was written. */
  readonly declared: EditionId | undefined;
}

/** What decides where a place says nothing of an edition. */
const UNDECLARED: ReadonlySet<EditionChoice['source']> = new Set([
  'default',
  'setting',
  'only-edition',
  'document',
  'title',
  'titles',
  'ids',
  'range',
  'date',
]);

export function verify(analysis: Analysis, insertion: Insertion): Verdict {
  const { document, knowledge, settings } = analysis;
  const text = applyEdits(document.text, insertion.edits);
  const edited = new Analysis(text, document.languageId, knowledge, settings);
  const [inside, outside] = parted(edited, insertion.edits);
  const edition = inside[0]?.edition;
  const isRight = isSame(analysis, edited, outside) && isAsWanted(edited, inside, insertion);
  return {
    reading: isRight ? leastOf(inside) : 'wrong',
    declared: edition && !UNDECLARED.has(edition.source) ? edition.edition : undefined,
  };
}

function leastOf(references: readonly Reference[]): Certainty {
  const has = (certainty: Certainty): boolean => references.some((each) => each.certainty === certainty);
  if (has('doubtful')) return 'doubtful';
  return has('likely') ? 'likely' : 'certain';
}

/** Just these are cited, in the edition meant. */
function isAsWanted(
  edited: Analysis,
  inside: readonly Reference[],
  { written, edition }: Insertion,
): boolean {
  const wanted = new Set(written.map(({ subject }) => subject));
  return (
    inside.length === wanted.size &&
    inside.every(
      (each) =>
        wanted.has(subjectOf(edited.resolve(each))) &&
        !isCode(each) &&
        (each.edition === undefined || each.edition.edition === edition),
    )
  );
}

/** In a block of code, and not in a text of YAML. */
function isCode({ place }: Reference): boolean {
  return place.inFence && place.keys.length === 0;
}

/** The references of the edited document: those that were written, and the others. */
function parted(edited: Analysis, edits: readonly TextEdit[]): [inside: Reference[], outside: Reference[]] {
  let shift = 0;
  const spans = [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { start, end: start + newText.length };
    });
  const isInside = ({ span }: Reference): boolean =>
    spans.some(({ start, end }) => start <= span.start && span.end <= end);
  return [edited.references.filter(isInside), edited.references.filter((each) => !isInside(each))];
}

/** What stood there before is read as it was: the same things, in the same order. */
function isSame(before: Analysis, after: Analysis, references: readonly Reference[]): boolean {
  const name = (analysis: Analysis, reference: Reference): string =>
    `${reference.id} ${subjectOf(analysis.resolve(reference))}`;
  return (
    before.references.length === references.length &&
    before.references.every((each, index) => {
      const other = references[index];
      return other !== undefined && name(before, each) === name(after, other);
    })
  );
}
