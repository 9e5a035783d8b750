import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const linkMismatch: Rule = {
  id: 'link-mismatch',
  title: 'Link to another id',
  description: 'A link whose text names one id and whose address names another.',
  defaultSeverity: 'information',
  judge: eachReference(({ reference }) => {
    if (reference.linkText === undefined) return undefined;
    return {
      replacements: [reference.linkText],
      message: message('The text of this link names {0}, its address {1}.', reference.linkText, reference.id),
    };
  }),
};
