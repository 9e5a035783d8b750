import { kindOf } from '../identifiers/grammar';
import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const linkMismatch: Rule = {
  id: 'link-mismatch',
  title: 'Link to another ID',
  description: 'A link whose text names one ID and whose address names another.',
  defaultSeverity: 'information',
  judge: eachReference(({ reference }, { knowledge: { attack } }) => {
    if (reference.linkText === undefined) return undefined;
    const named = attack.at(reference.linkText);
    if (!named && kindOf(reference.linkText).kind !== 'control') return undefined; // unknown-id says it
    if (named?.successors.includes(reference.id)) return undefined; // revoked-technique says it
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
