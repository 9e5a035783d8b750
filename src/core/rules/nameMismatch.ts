import { message } from '../text/message';
import { otherNameThanSuccessors } from './namesBeside';
import { isInSample } from './samples';
import { isTechnique } from './summary';
import { eachReference, type Rule } from './rule';

export const nameMismatch: Rule = {
  id: 'name-mismatch',
  title: "Another technique's name",
  description:
    'A technique ID with the name of another technique next to it, as in "T1021.005 # Remote Services: SSH": either the ID or the name is wrong.',
  defaultSeverity: 'information',
  judge: eachReference(({ reference, resolution }, { document, knowledge: { attack }, attackDomain }) => {
    if (resolution.kind !== 'attack' || reference.implied || !isTechnique(reference)) return undefined;
    const found = otherNameThanSuccessors(document, reference, resolution.facts, attack, attackDomain());
    const [other] = found?.ids ?? [];
    if (!found || other === undefined || isInSample(reference.place)) return undefined;
    return {
      replacements: found.ids,
      message: message(
        '{0} is {1}. {2} is the name of {3}.',
        reference.id,
        resolution.facts.name,
        found.name,
        other,
      ),
    };
  }),
};
