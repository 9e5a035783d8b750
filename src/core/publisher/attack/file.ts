import type { Result } from '../../text/result';
import { compareVersions } from '../../knowledge/compareVersions';
import { success } from '../../text/result';
import { refuse } from '../values/results';
import type { AttackFile } from '../../knowledge/records';
import { DATA_FORMAT } from '../../knowledge/records';
import { groupBy } from '../values/order';
import { byDomain } from './domain';
import type { Release } from './release';
import { buildTimeline } from './timeline';

/** `data/attack.json` out of the releases at hand. */
export function buildAttackFile(releases: readonly Release[]): Result<AttackFile> {
  if (releases.length === 0) return refuse('missing', 'no ATT&CK release (a STIX bundle) was found');
  for (const [key, [first, second]] of groupBy(releases, ({ domain, version }) => `${domain} ${version}`)) {
    if (first && second)
      return refuse('conflict', `${first.file} and ${second.file} both hold ATT&CK ${key}`);
  }
  const sorted = [...releases].sort(
    (a, b) => byDomain(a.domain, b.domain) || compareVersions(a.version, b.version),
  );
  return success({
    format: DATA_FORMAT,
    releases: sorted.map(({ domain, version, tactics }) => ({ domain, version, tactics })),
    objects: buildTimeline(sorted),
  });
}
