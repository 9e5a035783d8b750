import { message } from '../text/message';
import { eachReference, type Rule } from './rule';
import { inVersion } from './version';

export const deprecatedTechnique: Rule = {
  id: 'deprecated-technique',
  title: 'Deprecated technique',
  description: 'An ATT&CK id that was deprecated: it is no longer maintained and nothing took its place.',
  defaultSeverity: 'warning',
  judge: eachReference(({ resolution }) => {
    if (resolution.kind !== 'attack' || resolution.facts.status !== 'deprecated') return undefined;
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
