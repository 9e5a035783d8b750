import type { CanonicalId } from '../identifiers/grammar';
import type { AttackTimeline } from '../knowledge/attack';
import { heirsOf } from '../knowledge/tacticHeirs';
import { tacticLetters } from '../knowledge/titles';
import type { Reference } from '../recognition/reference';
import { isOlder } from '../resolution/declaredAttack';
import { listed, message } from '../text/message';
import { eachMessageOnceInInventories } from './manyOutdated';
import { earlierNameBeside } from './namesBeside';
import { NearestTechniques } from './nearestTechniques';
import { isInSample } from './samples';
import { eachReference, type Rule, type RuleContext, type Verdict } from './rule';
import { isTechnique } from './summary';

export const outdatedName: Rule = {
  id: 'outdated-name',
  title: 'Name of an earlier release',
  description:
    'A name that a tactic or a technique had in an earlier ATT&CK release: Defense Evasion for Stealth (TA0005), in a field or tag of tactics, or next to an ID.',
  defaultSeverity: 'information',
  judge: (context) => {
    const nearest = new NearestTechniques(context, context.knowledge.attack);
    return eachReference(({ reference, resolution }) => {
      if (resolution.kind !== 'attack' || reference.implied || isInSample(reference.place)) return undefined;
      if (reference.isName && reference.malformed) return undefined;
      if (declaredBefore(context, reference.id)) return undefined;
      if (reference.isName) return ofTactic(reference, context, nearest);
      return isTechnique(reference) && resolution.facts.status === 'current'
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
function ofTactic(reference: Reference, { knowledge }: RuleContext, nearest: NearestTechniques): Answer {
  const { attack } = knowledge;
  const { id, text } = reference;
  if (tacticLetters(text) === tacticLetters(attack.name(id))) return undefined;
  const replacements = meantBy(reference, nearest.of(reference), attack);
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

/** Clues of a name whose ID is next to it, or in the address of its link. */
const NAMES_ID: ReadonlySet<string> = new Set(['tactic-beside-id', 'tactic-link']);

/**
 * Those of the techniques' tactics that are the tactic itself, or were split off it. Where nothing tells, the ID next to the
 * name does, or else both may be meant.
 */
function meantBy(
  { id, evidence }: Reference,
  techniques: readonly CanonicalId[],
  attack: AttackTimeline,
): readonly CanonicalId[] {
  const heirs = heirsOf(id, attack);
  const current = techniques.flatMap((each) => currentOf(each, attack));
  const now = new Set(current.flatMap((each) => attack.at(each)?.tactics ?? []));
  const meant = heirs.filter((heir) => now.has(heir));
  if (meant.length > 0) return meant;
  return evidence.some(({ clue }) => NAMES_ID.has(clue)) ? [id] : heirs;
}

/** A technique, or what it was replaced by. */
function currentOf(id: CanonicalId, attack: AttackTimeline): readonly CanonicalId[] {
  const facts = attack.at(id);
  return facts && facts.successors.length > 0 ? facts.successors : [id];
}

function earlierName(id: CanonicalId, text: string, attack: AttackTimeline): string {
  return attack.namesEver(id).find((name) => tacticLetters(name) === tacticLetters(text)) ?? text;
}
