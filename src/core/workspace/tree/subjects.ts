import { kindOf } from '../../identifiers/grammar';
import { controlSubject, type Standing, type Subject } from '../../resolution/subject';
import type { Meaning } from '../facts';
import type { SubjectSummary, WorkspaceIndex } from '../workspaceIndex';

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

/** How many references to a subject are in each state: one state for nearly all. */
export function statesOf(
  index: WorkspaceIndex,
  { subject, meanings, references }: SubjectSummary,
): Map<State, number> {
  const states = new Set(meanings.map(stateOf));
  const [only] = states;
  if (states.size === 1 && only) return new Map([[only, references]]);
  const counts = new Map<State, number>();
  for (const { meaning } of index.referencesTo(subject)) {
    const state = stateOf(meaning);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** A reader should look at these. */
export const ATTENTION: readonly State[] = ['no-mapping', 'stale', 'unknown'];
