import { isOlder } from '../resolution/declaredAttack';
import { DETECTION_KINDS, type CanonicalId } from '../identifiers/grammar';
import type { AttackFacts, AttackTimeline } from '../knowledge/attack';
import { retiredRangeOf, type RetiredRange } from '../knowledge/retired';
import { pinnedVersion } from '../resolution/pinnedVersion';
import { listed, message } from '../text/message';
import type { Resolution } from '../resolution/resolve';
import { isInCitedTitle } from './citedTitle';
import { onceInInventories } from './manyOutdated';
import { otherNameThanSuccessors } from './namesBeside';
import { eachReference, type Rule, type Verdict } from './rule';
import { isSaidToBeOld } from './saidOld';
import { inVersion } from './version';

export const deprecatedTechnique: Rule = {
  id: 'deprecated-technique',
  title: 'Deprecated technique',
  description:
    'An ATT&CK ID that was deprecated: it is no longer maintained. MITRE names techniques to use instead of some of them.',
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }, { document, knowledge, declaredAttack, attackDomain }) => {
    if (reference.mayBe !== undefined) return undefined; // which one, malformed-id asks
    if (DETECTION_KINDS.has(reference.kind)) return undefined; // all data sources are, with nothing in their place
    const verdict = verdictOn(resolution, knowledge.attack);
    const version = verdict && (pinnedVersion(document, reference) ?? declaredAttack?.version);
    if (
      version !== undefined &&
      resolution.kind === 'attack' &&
      isOlder(version, resolution.facts.statusVersion)
    )
      return undefined;
    if (!verdict || isInCitedTitle(document, reference) || isSaidToBeOld(document, reference))
      return undefined;
    const isOther =
      resolution.kind === 'attack' &&
      otherNameThanSuccessors(document, reference, resolution.facts, knowledge.attack, attackDomain());
    return isOther ? undefined : verdict; // name-mismatch says it
  }),
  summarize: onceInInventories('deprecated'),
};

type Judged = Omit<Verdict, 'reference'>;

function verdictOn(resolution: Resolution, attack: AttackTimeline): Judged | undefined {
  if (resolution.kind === 'attack' && resolution.facts.status === 'deprecated')
    return deprecated(resolution.facts, attack);
  const range = resolution.kind === 'unknown' ? retiredRangeOf(resolution.id) : undefined;
  return range && retired(resolution.id, range, attack);
}

function deprecated(facts: AttackFacts, attack: AttackTimeline): Judged {
  const name = `${facts.id} ${facts.name}`;
  const instead = facts.successors.map((id) => `${id} ${attack.name(id)}`);
  if (instead.length === 0)
    return {
      message: message(
        '{0} was deprecated in {1} without a successor. Use a current technique instead.',
        name,
        inVersion(facts),
      ),
    };
  const several = instead.length > 1 ? ': several may apply' : ' if it applies';
  return {
    replacements: facts.successors,
    message: message(
      '{0} was deprecated in {1}. Use {2}{3}.',
      name,
      inVersion(facts),
      listed(instead, 'or'),
      several,
    ),
  };
}

function retired(
  id: CanonicalId,
  { matrix, retired: when, tactics }: RetiredRange,
  attack: AttackTimeline,
): Judged {
  const places = tactics.map((tactic) => `${tactic} ${attack.name(tactic)}`);
  return {
    message: message(
      '{0} belonged to {1}, which was retired in {2}. Use a technique of {3}.',
      id,
      matrix,
      when,
      listed(places, 'or'),
    ),
  };
}
