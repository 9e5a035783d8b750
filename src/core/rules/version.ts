import type { AttackFacts } from '../knowledge/attack';

/** `ATT&CK 19.1`, or `ATT&CK 17.1 or earlier` where the releases at hand do not tell. */
export function inVersion(facts: AttackFacts): string {
  return `ATT&CK ${facts.statusVersion}${facts.statusOrEarlier ? ' or earlier' : ''}`;
}
