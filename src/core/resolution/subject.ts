import { kindOf, type CanonicalId } from '../identifiers/grammar';
import { stateOf, type Resolution, type State } from './resolve';

declare const subject: unique symbol;
/**
 * What a reference speaks of, whatever its document calls it: `nist-800-53:AC-2@5` for a control in every edition,
 * `T1021.007` for an ATT&CK object, `nist-800-53?AC-99` for an id that no edition has.
 */
export type Subject = string & { readonly [subject]: true };

/**
 * How a reference stands: the state of what it names, or why it has none. `stale` is revoked, deprecated or another
 * edition's; `newer` may come from a later ATT&CK release; `foreign` is a sister framework's; `context` is a tactic,
 * a mitigation or the like, of which nothing is mapped.
 */
export type ResolutionStatus = State | 'stale' | 'newer' | 'foreign' | 'context';

export const RESOLUTION_STATUSES: readonly ResolutionStatus[] = [
  'mapped',
  'non-mappable',
  'not-assessed',
  'stale',
  'newer',
  'foreign',
  'context',
  'unknown',
];

export function subjectOf(resolution: Resolution): Subject {
  switch (resolution.kind) {
    case 'control':
      return controlSubject(resolution.framework.key, resolution.control.key);
    case 'other-edition':
      return controlSubject(resolution.framework.key, resolution.readings[0]?.control.key ?? resolution.id);
    case 'legacy': // such as IAM-12, which means another control in later editions
      return `${resolution.framework.key} ${resolution.edition}?${resolution.id}` as Subject;
    case 'sister':
      return `${resolution.sister.key}?${resolution.id}` as Subject;
    case 'unknown':
      return resolution.edition === undefined
        ? attackSubject(resolution.id)
        : (`${kindOf(resolution.id).family}?${resolution.id}` as Subject);
    case 'attack':
    case 'newer':
      return attackSubject(resolution.id);
  }
}

/** A control by its key, which is the same in every edition. */
export function controlSubject(framework: string, key: string): Subject {
  return `${framework}:${key}` as Subject;
}

export function attackSubject(id: CanonicalId): Subject {
  return id as string as Subject;
}

export function resolutionStatusOf(resolution: Resolution): ResolutionStatus {
  switch (resolution.kind) {
    case 'other-edition':
    case 'legacy':
      return 'stale';
    case 'newer':
      return 'newer';
    case 'sister':
      return 'foreign';
    case 'attack': {
      const { status, kind } = resolution.facts;
      if (status !== 'current') return 'stale';
      if (kind !== 'technique' && kind !== 'sub-technique') return 'context';
      return stateOf(resolution);
    }
    case 'control':
    case 'unknown':
      return stateOf(resolution);
  }
}
