import { message } from '../text/message';
import { isInCitedTitle } from './citedTitle';
import { eachReference, type Rule } from './rule';
import { isSaidToBeOld } from './saidOld';
import { inVersion } from './version';

export const deprecatedTechnique: Rule = {
  id: 'deprecated-technique',
  title: 'Deprecated technique',
  description: 'An ATT&CK id that was deprecated: it is no longer maintained and nothing took its place.',
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }, { document }) => {
    if (resolution.kind !== 'attack' || resolution.facts.status !== 'deprecated') return undefined;
    if (isInCitedTitle(document, reference) || isSaidToBeOld(document, reference)) return undefined;
    const { facts } = resolution;
    return {
      message: message(
        '{0} {1} was deprecated in {2} without a successor; name the technique that is meant instead.',
        facts.id,
        facts.name,
        inVersion(facts),
      ),
    };
  }),
};
