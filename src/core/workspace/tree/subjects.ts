import { kindOf } from '../../identifiers/grammar';
import { controlSubject, type Standing, type Subject } from '../../resolution/subject';
import type { Meaning } from '../facts';
import type { Tally } from './tallies';

/** The key of the control that a subject is; undefined for anything else. */
export function keyOfControl(framework: string, subject: Subject): string | undefined {
  const head = controlSubject(framework, '');
  return subject.startsWith(head) ? subject.slice(head.length) : undefined;
}

export function isTechnique({ id, edition }: Meaning): boolean {
  if (edition !== undefined) return false;
  const { kind } = kindOf(id);
  return kind === 'technique' || kind === 'sub-technique';
}

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

/** A reader should look at these. */
const ATTENTION: ReadonlySet<State> = new Set(['no-mapping', 'stale', 'unknown']);

/** How many references a reader should look at. */
export function attentionCount(tallies: Iterable<readonly [Meaning, Tally]>): number {
  let count = 0;
  for (const [meaning, { references }] of tallies) if (ATTENTION.has(stateOf(meaning))) count += references;
  return count;
}
