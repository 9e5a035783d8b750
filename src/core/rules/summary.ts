import type { Reference } from '../recognition/reference';
import type { Message } from '../text/message';
import { mergeRanges } from './mergeRanges';
import type { Related, Rule, Verdict } from './rule';

/** How a rule sums up what it says of many. */
export interface Summary {
  /** The message on the first of them; `more` counts the others, each once. */
  readonly ofMany: (first: Verdict, more: number) => Message;
  /** The message at a place that is quiet. */
  readonly brief: (message: Message) => Message;
  readonly ofRange?: Rule['ofRange'];
}

/** What a verdict is about, wherever it is in the document. */
export function subjectOf({ reference }: { readonly reference: Reference }): string {
  return [reference.family, reference.edition?.edition, reference.id].join(' ');
}

export function isTechnique({ kind }: Reference): boolean {
  return kind === 'technique' || kind === 'sub-technique';
}

/** The first verdict about each subject. */
export function firstOfEach(verdicts: readonly Verdict[]): readonly Verdict[] {
  const first = new Map<string, Verdict>();
  for (const verdict of verdicts) if (!first.has(subjectOf(verdict))) first.set(subjectOf(verdict), verdict);
  return [...first.values()];
}

export function quiet(verdict: Verdict, brief: Summary['brief']): Verdict {
  return { ...verdict, message: brief(verdict.message), isQuiet: true };
}

/** One loud verdict, on the first, that speaks of all; one subject or one range says it in its own words. */
export function summedUp(verdicts: readonly Verdict[], summary: Summary): readonly Verdict[] {
  const loud = firstOfEach(verdicts);
  const [first] = loud;
  const isOnePlace = mergeRanges(loud, summary.ofRange).length < 2;
  const spared = new Set(isOnePlace ? loud : [first]);
  const rest = verdicts.filter((each) => !spared.has(each)).map((each) => quiet(each, summary.brief));
  if (!first || isOnePlace) return [...loud, ...rest];
  const related = relatedTo(rest, summary.ofRange);
  return [{ ...first, isSummary: true, related, message: summary.ofMany(first, loud.length - 1) }, ...rest];
}

/** The editor takes no more problems of one file; nobody reads as many places. */
const MOST_RELATED = 1000;

/** The places of verdicts, to be told with another one. */
export function relatedTo(verdicts: readonly Verdict[], ofRange?: Rule['ofRange']): readonly Related[] {
  return mergeRanges(verdicts, ofRange)
    .map(({ reference, message }) => ({ span: reference.span, message }))
    .sort((a, b) => a.span.start - b.span.start)
    .slice(0, MOST_RELATED);
}
