import type { Standing } from '../../resolution/subject';

/** How references are told apart by state. */
export const STATES = [
  'mapped',
  'no-mapping',
  'no-mapped-control',
  'stale',
  'unknown',
  'newer',
  'foreign',
  'context',
] as const;
export type State = (typeof STATES)[number];

export function stateOf({
  standing,
  edition,
}: {
  readonly standing: Standing;
  readonly edition: unknown;
}): State {
  if (standing === 'non-mappable') return 'no-mapping';
  if (standing !== 'not-assessed') return standing;
  return edition === undefined ? 'no-mapped-control' : 'no-mapping';
}
