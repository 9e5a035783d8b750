import type { AttackFile } from '../../core/knowledge/records';
import { DATA_FORMAT } from '../../core/knowledge/records';
import { byVersion, groupBy } from '../values/order';
import type { Result } from '../values/result';
import { fail, succeed } from '../values/result';
import { byDomain } from './domain';
import type { Release } from './release';
import { buildTimeline } from './timeline';

/** `data/attack.json` out of the releases at hand. */
export function buildAttackFile(releases: readonly Release[]): Result<AttackFile> {
  if (releases.length === 0) return fail('missing', 'no ATT&CK release (a STIX bundle) was found');
  for (const [key, [first, second]] of groupBy(releases, ({ domain, version }) => `${domain} ${version}`)) {
    if (first && second) return fail('conflict', `${first.file} and ${second.file} both hold ATT&CK ${key}`);
  }
  const sorted = [...releases].sort(
    (a, b) => byDomain(a.domain, b.domain) || byVersion(a.version, b.version),
  );
  return succeed({
    format: DATA_FORMAT,
    releases: sorted.map(({ domain, version, tactics }) => ({ domain, version, tactics })),
    objects: buildTimeline(sorted),
  });
}
