import type { Framework } from '../knowledge/framework';
import { kindOf } from '../identifiers/grammar';
import { textBeside } from '../documents/beside';
import { suggestIdsBeside } from '../resolution/suggest';
import { listed, message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const unknownId: Rule = {
  id: 'unknown-id',
  title: 'Unknown id',
  description:
    'An id that exists in no edition of its framework and no ATT&CK release at hand. Most often a slip of the pen.',
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }, { document, knowledge }) => {
    if (resolution.kind !== 'unknown') return undefined;
    const { id, edition, framework } = resolution;
    const beside = textBeside(document, { candidate: reference, place: reference.place });
    const replacements = suggestIdsBeside(knowledge, id, beside, edition);
    const where = framework === undefined ? `ATT&CK up to ${knowledge.attack.newest()}` : placesOf(framework);
    const what = kindOf(id).label;
    return replacements.length > 0
      ? {
          replacements,
          message: message(
            '{0} is no {1} in {2}. Did you mean {3}?',
            id,
            what,
            where,
            listed(replacements, 'or'),
          ),
        }
      : { message: message('{0} is no {1} in {2}.', id, what, where) };
  }),
};

/** Where an id of a framework was looked for. */
function placesOf({ name, published }: Framework): string {
  const [only] = published;
  return only && published.length === 1 ? only.label : `any edition of ${name}`;
}
