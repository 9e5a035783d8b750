import { message } from '../text/message';
import { isInCitedTitle } from './citedTitle';
import { onceInInventories } from './manyOutdated';
import { eachReference, type Rule } from './rule';
import { isSaidToBeOld } from './saidOld';
import { inVersion } from './version';

export const deprecatedTechnique: Rule = {
  id: 'deprecated-technique',
  title: 'Deprecated technique',
  description: 'An ATT&CK ID that was deprecated: it is no longer maintained, and nothing replaced it.',
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }, { document }) => {
    if (resolution.kind !== 'attack' || resolution.facts.status !== 'deprecated') return undefined;
    if (isInCitedTitle(document, reference) || isSaidToBeOld(document, reference)) return undefined;
    const { facts } = resolution;
    return {
      message: message(
        '{0} {1} was deprecated in {2} without a successor. Use a current technique instead.',
        facts.id,
        facts.name,
        inVersion(facts),
      ),
    };
  }),
  summarize: onceInInventories('deprecated'),
};
