import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const aicmId: Rule = {
  id: 'aicm-id',
  title: 'Id of the AI Controls Matrix',
  description:
    'A control id that the framework does not have and its sister framework, such as AICM, has. No mapping of it is at hand.',
  defaultSeverity: 'information',
  judge: eachReference(({ resolution }) =>
    resolution.kind === 'sister'
      ? {
          message: message(
            '{0} is a control of the {1} {2}, not of {3}; no mapping of it is at hand.',
            resolution.id,
            resolution.sister.name,
            resolution.sister.version,
            resolution.framework.name,
          ),
        }
      : undefined,
  ),
};
