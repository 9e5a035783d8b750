import { FRAMEWORKS } from '../frameworks/registry';
import { ATTACK, type IdentifierKind } from '../identifiers/grammar';
import { frameworksNamedIn, labelMeaning } from '../recognition/recognition';
import { oneOf, pattern } from '../text/pattern';
import { TECHNIQUE_KINDS } from './wanted';

/** `Control owner`, `control_title`: such a column or key says something of a control, and holds no ids. */
const NOUNS =
  'owner name title description type objective implementation statement note date count domain score rating gap comment question answer test result review measure';
const WORDS = 'status|state|evidence|number of|frequency|maturity|effect|effectiveness|text|how|why';
const ABOUT = pattern(
  'i',
  oneOf(`${oneOf(...NOUNS.split(' '))}s?`, '(?:famil|categor)(?:y|ies)', WORDS),
  /[\s:?]*$/,
);

/** The phase of a kill chain, which is a tactic: `phase_name`, `phaseName`. */
export const PHASE = /^phase_?name$/i;

/** The ids that belong below a header or a key; none where it speaks of something else. */
export function kindsFor(label: string): readonly IdentifierKind[] {
  if (PHASE.test(label)) return ['tactic'];
  if (label === '' || ABOUT.test(label)) return [];
  const ofAttack = labelMeaning(label, ATTACK);
  if (ofAttack.isThing || ofAttack.isForeign) return [];
  const attack = ofAttack.isNamed;
  const kinds: IdentifierKind[] = [];
  const isMitigation = /mitigation/i.test(label);
  const isFramework = frameworksNamedIn(label).size > 0;
  const isForeign = FRAMEWORKS.every(({ key }) => labelMeaning(label, key).isForeign);
  if (isFramework || (ofAttack.controls && !isForeign && !(attack && isMitigation))) kinds.push('control');
  if (attack && isMitigation) kinds.push('mitigation');
  const isTactic = /tactic/i.test(label);
  if (isTactic) kinds.push('tactic');
  if (/technique|ttp/i.test(label) || (attack && !isMitigation && !isTactic)) kinds.push(...TECHNIQUE_KINDS);
  return kinds;
}
