import { listed, message } from '../text/message';
import { isInCitedTitle } from './citedTitle';
import { onceInInventories } from './manyOutdated';
import { eachReference, type Rule } from './rule';
import { isInSample } from './samples';
import { isSaidToBeOld } from './saidOld';
import { inVersion } from './version';

export const revokedTechnique: Rule = {
  id: 'revoked-technique',
  title: 'Revoked technique',
  description:
    'An ATT&CK ID that was revoked and replaced by another one. To check against an older release, set controlLens.attack.version.',
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }, { document, knowledge }) => {
    if (resolution.kind !== 'attack' || resolution.facts.status !== 'revoked') return undefined;
    if (isInSample(reference.place)) return undefined;
    if (isInCitedTitle(document, reference) || isSaidToBeOld(document, reference)) return undefined;
    const { facts } = resolution;
    const successors = facts.successors.map((id) => `${id} ${knowledge.attack.name(id)}`);
    const name = `${facts.id} ${facts.name}`;
    if (successors.length === 0)
      return { message: message('{0} was revoked in {1}.', name, inVersion(facts)) };
    const inferred = facts.inferred ? ' (inferred from the name)' : '';
    return {
      replacements: facts.successors,
      message: message(
        '{0} was revoked in {1}. Use {2}{3}.',
        name,
        inVersion(facts),
        listed(successors, 'or'),
        inferred,
      ),
    };
  }),
  summarize: onceInInventories('revoked'),
};
