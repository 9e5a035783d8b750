import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const aicmId: Rule = {
  id: 'aicm-id',
  title: 'ID of the AI Controls Matrix',
  description:
    "A control ID that its framework doesn't have and a sister framework has, such as the AI Controls Matrix (AICM). The bundled data has no mapping for it.",
  defaultSeverity: 'information',
  judge: eachReference(({ resolution }) =>
    resolution.kind === 'sister'
      ? {
          message: message(
            '{0} is a control of the {1} {2}, not of {3}. The bundled data has no mapping for it.',
            resolution.id,
            resolution.sister.name,
            resolution.sister.version,
            resolution.framework.name,
          ),
        }
      : undefined,
  ),
};
