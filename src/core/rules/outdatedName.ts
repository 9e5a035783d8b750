import type { CanonicalId } from '../identifiers/grammar';
import type { AttackTimeline } from '../knowledge/attack';
import type { Reference } from '../recognition/reference';
import { isOlder } from '../resolution/declaredAttack';
import { listed, message } from '../text/message';
import { eachMessageOnceInInventories } from './manyOutdated';
import { earlierNameBeside } from './namesBeside';
import { NearestTechniques } from './nearestTechniques';
import { isInSample } from './samples';
import { eachReference, type Rule, type RuleContext, type Verdict } from './rule';

export const outdatedName: Rule = {
  id: 'outdated-name',
  title: 'Name of an earlier release',
  description:
    'A name that a tactic or a technique had in an earlier ATT&CK release: Defense Evasion for Stealth (TA0005), in a field or tag of tactics, or next to an ID.',
  defaultSeverity: 'information',
  judge: (context) => {
    const stated = context.statedTactics();
    const nearest = new NearestTechniques(context, stated);
    return eachReference(({ reference, resolution }) => {
      if (resolution.kind !== 'attack' || reference.implied || isInSample(reference.place)) return undefined;
      if (reference.isName && reference.malformed) return undefined;
      if (declaredBefore(context, reference.id)) return undefined;
      if (reference.isName) return ofTactic(reference, context, nearest.of(reference));
      const isTechnique = reference.kind === 'technique' || reference.kind === 'sub-technique';
      return isTechnique && resolution.facts.status === 'current'
        ? ofTechnique(reference, context)
        : undefined;
    })(context);
  },
  summarize: eachMessageOnceInInventories,
};

/** The document declares a version in which the name of today wasn't known. */
function declaredBefore({ declaredAttack, knowledge: { attack } }: RuleContext, id: CanonicalId): boolean {
  return declaredAttack !== undefined && isOlder(declaredAttack.version, attack.nameSince(id) ?? '0');
}

type Answer = Omit<Verdict, 'reference'> | undefined;

function ofTechnique(reference: Reference, { document, knowledge }: RuleContext): Answer {
  const { attack } = knowledge;
  const found = earlierNameBeside(document, reference, attack);
  if (!found) return undefined;
  const { id } = reference;
  return {
    message: message(
      '{0} is called {1} since ATT&CK {2}, no longer {3}.',
      id,
      attack.name(id),
      attack.nameSince(id) ?? '',
      found.name,
    ),
  };
}

/** A tactic that was renamed; the techniques that are named with it tell which of today's tactics is meant. */
function ofTactic(
  reference: Reference,
  { knowledge }: RuleContext,
  techniques: readonly CanonicalId[],
): Answer {
  const { attack } = knowledge;
  const { id, text } = reference;
  if (lettersOf(text) === lettersOf(attack.name(id))) return undefined;
  const replacements = meantBy(id, techniques, attack);
  const named = replacements.map((each) => `${attack.name(each)} (${each})`);
  return {
    replacements,
    message: message(
      'ATT&CK {0} renamed {1}. Use {2}.',
      attack.nameSince(id) ?? '',
      earlierName(id, text, attack),
      listed(named, 'or'),
    ),
  };
}

/** Those of the techniques' tactics that are the tactic itself, or were split off it; both where nothing tells. */
function meantBy(
  id: CanonicalId,
  techniques: readonly CanonicalId[],
  attack: AttackTimeline,
): readonly CanonicalId[] {
  const heirs = heirsOf(id, attack);
  const current = techniques.flatMap((each) => currentOf(each, attack));
  const now = new Set(current.flatMap((each) => attack.at(each)?.tactics ?? []));
  const meant = heirs.filter((heir) => now.has(heir));
  return meant.length > 0 ? meant : heirs;
}

/** A technique, or what it was replaced by. */
function currentOf(id: CanonicalId, attack: AttackTimeline): readonly CanonicalId[] {
  const facts = attack.at(id);
  return facts && facts.successors.length > 0 ? facts.successors : [id];
}

/** The tactic, and those that took over techniques of it in the release that renamed it. */
function heirsOf(id: CanonicalId, attack: AttackTimeline): CanonicalId[] {
  const since = attack.nameSince(id);
  const fresh = attack.ids('tactic').filter((each) => each !== id && attack.since(each)?.version === since);
  const own = attack.at(id)?.domains ?? [];
  return [id, ...fresh.filter((each) => attack.at(each)?.domains.some((domain) => own.includes(domain)))];
}

function earlierName(id: CanonicalId, text: string, attack: AttackTimeline): string {
  return attack.namesEver(id).find((name) => lettersOf(name) === lettersOf(text)) ?? text;
}

function lettersOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, '')
    .replace(/defence/g, 'defense');
}
