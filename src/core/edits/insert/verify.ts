import type { Analysis } from '../../analysis/analysis';
import type { EditionId } from '../../knowledge/framework';
import type { Certainty, EditionChoice, Reference } from '../../recognition/reference';
import { subjectOf } from '../../resolution/subject';
import { compare, type Comparison } from '../safety/comparison';
import { readBackOf } from '../safety/readBack';
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
  const comparison = compare(analysis, insertion.edits);
  const { after, written } = comparison;
  const read = isSame(analysis, comparison)
    ? readBackOf(analysis, comparison, insertion.edits, { kind: 'entries', settles: [] })
    : undefined;
  const edition = written[0]?.edition;
  const isRight = read?.ok === true && isAsWanted(after, written, insertion);
  return {
    reading: isRight ? leastOf(written) : 'wrong',
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

/** What stood there before is the same thing as it was. */
function isSame(before: Analysis, { after, kept, lost, touched }: Comparison): boolean {
  const subject = (analysis: Analysis, reference: Reference): string =>
    subjectOf(analysis.resolve(reference));
  return (
    lost.length + touched.length === 0 &&
    kept.every((each) => subject(before, each.before) === subject(after, each.after))
  );
}
