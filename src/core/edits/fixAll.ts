import type { Analysis } from '../analysis/analysis';
import type { Finding, RuleId } from '../rules/rule';
import type { TextEdit } from '../text/edit';
import { overlaps } from '../text/span';
import { replacements } from './fixes';

/** Rules whose findings can be mended many at a time: where one replacement is plainly the one that is meant. */
export const MENDABLE: readonly RuleId[] = [
  'revoked-technique',
  'other-edition',
  'malformed-id',
  'link-mismatch',
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
  const wanted = analysis.findings.filter(({ rule }) => rules.includes(rule) && MENDABLE.includes(rule));
  return together(wanted.map((finding) => theOneFix(analysis, finding)));
}

/**
 * What may be mended on save, without a look: spellings, and revoked techniques that MITRE itself names one successor
 * of. An inferred successor, another edition and the address of a link are for people to decide.
 */
export function safeFixes(analysis: Analysis): FixAll {
  return together(analysis.findings.filter(isSafe(analysis)).map((finding) => theOneFix(analysis, finding)));
}

function isSafe(analysis: Analysis): (finding: Finding) => boolean {
  return ({ rule, reference }) => {
    if (rule === 'malformed-id') return true;
    if (rule !== 'revoked-technique') return false;
    const resolution = analysis.resolve(reference);
    return resolution.kind === 'attack' && !resolution.facts.inferred;
  };
}

function theOneFix(analysis: Analysis, finding: Finding): readonly TextEdit[] {
  const fixes = replacements(analysis, finding);
  return fixes.find(({ isPreferred }) => isPreferred)?.edits ?? [];
}

/** A fix that touches what another one changes is left out whole; to change the same place alike is no conflict. */
function together(fixes: readonly (readonly TextEdit[])[]): FixAll {
  const accepted = new Accepted();
  let count = 0;
  for (const fix of fixes) if (fix.length > 0 && accepted.take(fix)) count++;
  return { count, edits: accepted.inOrder() };
}

const BUCKET = 1024;

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

  /** Those that could touch it: no edit is longer than a bucket. */
  private near({ span }: TextEdit): TextEdit[] {
    const middle = Math.floor(span.start / BUCKET);
    return [middle - 1, middle, middle + 1].flatMap((index) => this.buckets.get(index) ?? []);
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
