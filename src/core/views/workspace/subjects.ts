import type { ResolutionStatus } from '../../resolution/subject';

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
  status,
  edition,
}: {
  readonly status: ResolutionStatus;
  readonly edition: unknown;
}): State {
  if (status === 'non-mappable') return 'no-mapping';
  if (status !== 'not-assessed') return status;
  return edition === undefined ? 'no-mapped-control' : 'no-mapping';
}
