import { parentOf, type CanonicalId } from '../identifiers/grammar';

/** Techniques that no release of today has, and that were never anything else: a range of numbers. */
export interface RetiredRange {
  readonly first: string;
  readonly last: string;
  /** The matrix that they belonged to. */
  readonly matrix: string;
  readonly retired: string;
  /** The tactics that took the place of the matrix. */
  readonly tactics: readonly string[];
}

/** Source: MITRE's release notes of ATT&CK 8, October 2020, which put PRE-ATT&CK's 174 techniques away. */
const RETIRED: readonly RetiredRange[] = [
  {
    first: 'T1224',
    last: 'T1397',
    matrix: 'PRE-ATT&CK',
    retired: 'October 2020',
    tactics: ['TA0043', 'TA0042'],
  },
];

/** The retired matrix that a technique belonged to. The ids of one length compare as their numbers do. */
export function retiredRangeOf(id: CanonicalId): RetiredRange | undefined {
  const parent = parentOf(id);
  return RETIRED.find(
    ({ first, last }) => parent.length === first.length && parent >= first && parent <= last,
  );
}
