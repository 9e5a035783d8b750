import { listed, message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const noMappedControl: Rule = {
  id: 'no-mapped-control',
  title: 'Technique without a mapped control',
  description: 'A technique to which no control is mapped. This is true of most techniques.',
  defaultSeverity: 'hint',
  judge: eachReference(({ reference, resolution }, { frameworks }) => {
    if (
      reference.mayBe !== undefined ||
      resolution.kind !== 'attack' ||
      resolution.facts.status !== 'current' ||
      resolution.controls.length > 0
    )
      return undefined;
    const { facts } = resolution;
    if (facts.kind !== 'technique' && facts.kind !== 'sub-technique') return undefined;
    return {
      message: message(
        'No control of {0} is mapped to {1} {2}.',
        listed(
          frameworks.map(({ mappedVersion }) => mappedVersion),
          'or',
        ),
        facts.id,
        facts.name,
      ),
    };
  }),
};
