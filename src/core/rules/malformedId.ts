import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const malformedId: Rule = {
  id: 'malformed-id',
  title: 'Malformed ID',
  description:
    "An ID that Control Lens understands, but that isn't written as its publisher writes it: T1562.01, T1059-003, IAM-1. Other tools may not find it.",
  defaultSeverity: 'information',
  judge: eachReference(({ reference, resolution }) => {
    const isOutdated = resolution.kind === 'attack' && resolution.facts.status !== 'current';
    if (!reference.malformed || reference.isName || resolution.kind === 'unknown' || isOutdated)
      return undefined;
    return {
      replacements: [reference.id],
      message: message('{0} should be written {1}.', reference.text, reference.id),
    };
  }),
};
