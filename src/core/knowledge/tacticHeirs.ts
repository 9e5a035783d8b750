import type { CanonicalId } from '../identifiers/grammar';
import type { AttackTimeline } from './attack';

/**
 * The tactic, and those that took over techniques of it in the release that renamed it: Stealth and Defense Impairment for
 * TA0005. One that was never renamed is its own only heir.
 */
export function heirsOf(id: CanonicalId, attack: AttackTimeline): CanonicalId[] {
  const since = attack.nameSince(id);
  if (since === undefined || since === attack.since(id)?.version) return [id];
  const fresh = attack.ids('tactic').filter((each) => each !== id && attack.since(each)?.version === since);
  const own = attack.at(id)?.domains ?? [];
  return [id, ...fresh.filter((each) => attack.at(each)?.domains.some((domain) => own.includes(domain)))];
}
