import type { Analysis } from '../../analysis/analysis';
import type { Finding } from '../../rules/rule';
import type { TextEdit } from '../../text/edit';
import { compare } from './comparison';
import { readBackOf } from './readBack';
import type { Edits } from './repeats';
import { together } from './together';

/** What changes a document, and the finding that it settles; a tactic that moves has none. */
export interface OneFix {
  readonly finding?: Finding;
  readonly edits: Edits;
}

/** Fixes that are made at once and read back. */
export interface Sound {
  readonly count: number;
  /** In order of place, none overlapping another. */
  readonly edits: readonly TextEdit[];
  /** The document with them. */
  readonly after: Analysis;
}

/** Each reads the whole document: what can't be made is looked for only so long, and what is unclear then is left. */
const MAX_READINGS = 60;
const MAX_READ_CHARACTERS = 4_000_000;

/**
 * As many of the fixes as can be made together: what they write is read back, and if something else changes, the fixes
 * that do it are looked for by halves and left out.
 */
export function sound(analysis: Analysis, fixes: readonly OneFix[]): Sound {
  let found: Sound = { count: 0, edits: [], after: analysis };
  let good: readonly OneFix[] = [];
  let left = 1 + Math.min(MAX_READINGS, MAX_READ_CHARACTERS / (1 + analysis.document.text.length));
  const open: (readonly OneFix[])[] = fixes.length > 0 ? [fixes] : [];
  for (let part = open.pop(); part && left >= 1; part = open.pop()) {
    left--;
    const all = [...good, ...part];
    const next = read(analysis, all);
    if (next) {
      good = all;
      found = next;
    } else if (part.length > 1) {
      const half = Math.ceil(part.length / 2);
      open.push(part.slice(half), part.slice(0, half));
    }
  }
  return found;
}

function read(analysis: Analysis, fixes: readonly OneFix[]): Sound | undefined {
  const { made, edits } = together(
    analysis,
    fixes.map((fix) => fix.edits),
  );
  if (made.length === 0) return { count: 0, edits: [], after: analysis };
  const settles = made.flatMap((index) => fixes[index]?.finding ?? []);
  const comparison = compare(analysis, edits);
  const isSound = readBackOf(analysis, comparison, edits, { kind: 'words', settles }).ok;
  return isSound ? { count: made.length, edits, after: comparison.after } : undefined;
}
