import { frameworksNamedIn } from '../frameworks/names';
import type { IdentifierKind } from '../identifiers/grammar';
import { mentionsIn } from '../recognition/mentions';
import { TECHNIQUE_KINDS } from './wanted';

/** `Control owner`, `control_title`: such a column or key says something of a control, and holds no ids. */
const ABOUT =
  /(?:owners?|names?|titles?|descriptions?|status|state|types?|famil(?:y|ies)|objectives?|implementations?|statements?|notes?|evidence|dates?|counts?|number of|frequency|maturity|effect(?:iveness)?|text|domains?|categor(?:y|ies)|scores?|ratings?|gaps?|comments?|questions?|answers?|tests?|results?|reviews?|how|why|measures?)[\s:?]*$/i;

/** The ids that belong below a header or a key; none where it speaks of something else. */
export function kindsFor(label: string): readonly IdentifierKind[] {
  if (label === '' || ABOUT.test(label)) return [];
  const { attack, controls, rival, other, elsewhere, task } = mentionsIn(label);
  if (rival !== undefined || elsewhere || task) return [];
  const kinds: IdentifierKind[] = [];
  const isMitigation = /mitigation/i.test(label);
  const isFramework = frameworksNamedIn(label).size > 0;
  if (isFramework || (controls && other === undefined && !(attack && isMitigation))) kinds.push('control');
  if (attack && isMitigation) kinds.push('mitigation');
  const isTactic = /tactic/i.test(label);
  if (isTactic) kinds.push('tactic');
  if (/technique|ttp/i.test(label) || (attack && !isMitigation && !isTactic)) kinds.push(...TECHNIQUE_KINDS);
  return kinds;
}
