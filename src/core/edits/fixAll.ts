import type { Analysis } from '../analysis/analysis';
import type { Finding, RuleId } from '../rules/rule';
import { composeEdits } from '../text/composeEdits';
import type { TextEdit } from '../text/edit';
import { theOneReplacement } from './fixes';
import { sound, type Sound } from './safety/sound';

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
  let all: FixAll = { count: 0, edits: [] };
  let current = analysis;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { count, edits, after } = together(current, current.findings.filter(testFor(current)));
    if (count === 0) break;
    all = { count: all.count + count, edits: composeEdits(analysis.document.text, all.edits, edits) };
    current = after;
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

function together(analysis: Analysis, findings: readonly Finding[]): Sound {
  const fixes = findings
    .map((finding) => ({ finding, edits: theOneReplacement(analysis, finding) }))
    .filter(({ edits }) => edits.length > 0);
  return sound(analysis, fixes);
}
