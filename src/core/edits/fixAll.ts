import { Analysis } from '../analysis/analysis';
import type { Finding, RuleId } from '../rules/rule';
import { applyEdits, composed, type TextEdit } from '../text/edit';
import { overlaps } from '../text/span';
import { theOneReplacement } from './fixes';
import { withoutRepeats } from './safety/repeats';

/** Rules whose findings can be mended many at a time: where one replacement is plainly the one that is meant. */
export const MENDABLE: readonly RuleId[] = [
  'revoked-technique',
  'other-edition',
  'malformed-id',
  'link-mismatch',
  'outdated-name',
];

/** What mends findings of a document together. */
export interface FixAll {
  /** How many findings it mends. */
  readonly count: number;
  /** In order of place, none overlapping another. */
  readonly edits: readonly TextEdit[];
}

/** Everything that can be mended of some rules. A finding that offers a choice is left to the reader. */
export function fixAll(analysis: Analysis, rules: readonly RuleId[] = MENDABLE): FixAll {
  return toTheEnd(
    analysis,
    () =>
      ({ rule }) =>
        rules.includes(rule) && MENDABLE.includes(rule),
  );
}

/**
 * What may be mended on save, without a look: spellings, and revoked techniques that MITRE itself names one successor
 * of. An inferred successor, another edition and the address of a link are for people to decide.
 */
export function safeFixes(analysis: Analysis): FixAll {
  return toTheEnd(analysis, isSafe);
}

type Test = (finding: Finding) => boolean;

/** What one fix writes may show of another place how it is meant. */
const MAX_PASSES = 4;

/** Fixes, and those that only come into question once they are made: a second run has nothing left to do. */
function toTheEnd(analysis: Analysis, testFor: (analysis: Analysis) => Test): FixAll {
  const { document, everything, settings } = analysis;
  let all = NOTHING;
  let current = analysis;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { count, edits } = together(current, current.findings.filter(testFor(current)));
    if (count === 0) break;
    all = { count: all.count + count, edits: composed(document.text.length, all.edits, edits) };
    current = new Analysis(applyEdits(document.text, all.edits), document.languageId, everything, settings);
  }
  return all;
}

function isSafe(analysis: Analysis): Test {
  return ({ rule, reference }) => {
    if (rule === 'malformed-id') return true;
    if (rule !== 'revoked-technique') return false;
    const resolution = analysis.resolve(reference);
    return resolution.kind === 'attack' && !resolution.facts.inferred;
  };
}

/**
 * A fix that touches what another one changes is left out whole; to change the same place alike is no conflict. One
 * that would repeat a key or an item takes its entry out if the other says the same, and is left out if it doesn't.
 */
function together(analysis: Analysis, findings: readonly Finding[]): FixAll {
  const fixes = findings
    .map((finding) => theOneReplacement(analysis, finding))
    .filter((fix) => fix.length > 0);
  if (fixes.length === 0) return NOTHING;
  const { edits } = withoutRepeats(analysis, takenOf(fixes).fixes);
  const { fixes: taken, accepted } = takenOf(edits);
  return { count: taken.filter((fix) => fix.length > 0).length, edits: accepted.inOrder() };
}

const NOTHING: FixAll = { count: 0, edits: [] };

/** The fixes that touch nothing that an earlier one changes. */
function takenOf(fixes: readonly (readonly TextEdit[])[]): {
  readonly fixes: readonly (readonly TextEdit[])[];
  readonly accepted: Accepted;
} {
  const accepted = new Accepted();
  return { fixes: fixes.filter((fix) => accepted.take(fix)), accepted };
}

const BUCKET = 1024;
/** The longest edit takes out an item (`safety/repeats.ts`). */
const MAX_BUCKETS = 4;

/** Edits by where they begin, so that one looks only at its neighbors. */
class Accepted {
  private readonly buckets = new Map<number, TextEdit[]>();

  take(fix: readonly TextEdit[]): boolean {
    const added = fix.filter((edit) => !this.near(edit).some((other) => isSame(edit, other)));
    if (added.some((edit) => this.near(edit).some(({ span }) => overlaps(edit.span, span)))) return false;
    for (const edit of added) this.bucketOf(edit.span.start).push(edit);
    return true;
  }

  inOrder(): TextEdit[] {
    return [...this.buckets.values()].flat().sort((a, b) => a.span.start - b.span.start);
  }

  /** Those that could touch it. */
  private near({ span }: TextEdit): TextEdit[] {
    const last = Math.floor(span.end / BUCKET) + 1;
    const near: TextEdit[] = [];
    for (let index = Math.floor(span.start / BUCKET) - MAX_BUCKETS; index <= last; index++)
      near.push(...(this.buckets.get(index) ?? []));
    return near;
  }

  private bucketOf(start: number): TextEdit[] {
    const index = Math.floor(start / BUCKET);
    const bucket = this.buckets.get(index) ?? [];
    this.buckets.set(index, bucket);
    return bucket;
  }
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}
