import { message } from '../text/message';
import { isAssessmentSettled } from '../resolution/resolve';
import { eachReference, type Rule } from './rule';

export const noMapping: Rule = {
  id: 'no-mapping',
  title: 'Control without a mapping',
  description:
    'A control reference that no published mapping connects to an ATT&CK technique: either the publisher assessed the control and found it out of scope, or did not assess it.',
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }, { knowledge }) => {
    if (resolution.kind !== 'control' || resolution.assessment === 'mapped') return undefined;
    const isDeclared = reference.edition?.source !== 'default';
    if (!isDeclared && !isAssessmentSettled(knowledge, resolution)) return undefined;
    const { ccm } = knowledge;
    const name = `${resolution.id} ${ccm.title(resolution.control, resolution.edition)}`;
    const version = `${ccm.name} ${ccm.mapping.frameworkVersion}`;
    return resolution.assessment === 'non-mappable'
      ? {
          message: message(
            '{0} has no mapping: the {1} mapping holds it to be outside the scope of ATT&CK. Cite a mapped control as well, or silence this rule here.',
            name,
            version,
          ),
        }
      : {
          message: message(
            '{0} has no mapping: the {1} mapping does not assess it. Cite a mapped control as well, or silence this rule here.',
            name,
            version,
          ),
        };
  }),
};
