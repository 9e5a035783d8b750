import type { Analysis } from '../analysis/analysis';
import type { Finding, RuleId } from '../rules/rule';
import type { TextEdit } from '../text/edit';
import { theOneReplacement } from './fixes';
import { together as fixesTogether } from './safety/together';

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
  const wanted = analysis.findings.filter(({ rule }) => rules.includes(rule) && MENDABLE.includes(rule));
  return together(analysis, wanted);
}

/**
 * What may be mended on save, without a look: spellings, and revoked techniques that MITRE itself names one successor
 * of. An inferred successor, another edition and the address of a link are for people to decide.
 */
export function safeFixes(analysis: Analysis): FixAll {
  return together(analysis, analysis.findings.filter(isSafe(analysis)));
}

function isSafe(analysis: Analysis): (finding: Finding) => boolean {
  return ({ rule, reference }) => {
    if (rule === 'malformed-id') return true;
    if (rule !== 'revoked-technique') return false;
    const resolution = analysis.resolve(reference);
    return resolution.kind === 'attack' && !resolution.facts.inferred;
  };
}

function together(analysis: Analysis, findings: readonly Finding[]): FixAll {
  const fixes = findings
    .map((finding) => theOneReplacement(analysis, finding))
    .filter((fix) => fix.length > 0);
  return fixesTogether(analysis, fixes);
}
