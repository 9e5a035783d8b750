import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const linkMismatch: Rule = {
  id: 'link-mismatch',
  title: 'Link to another ID',
  description: 'A link whose text names one ID and whose address names another.',
  defaultSeverity: 'information',
  judge: eachReference(({ reference }) => {
    if (reference.linkText === undefined) return undefined;
    return {
      replacements: [reference.linkText],
      message: message(
        'The link text names {0}, but the address names {1}.',
        reference.linkText,
        reference.id,
      ),
    };
  }),
};
