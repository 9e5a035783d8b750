import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const aicmId: Rule = {
  id: 'aicm-id',
  title: 'ID of the AI Controls Matrix',
  description:
    'A control ID that belongs to the AI Controls Matrix (AICM), not to CSA CCM. The bundled data has no mapping for it.',
  defaultSeverity: 'information',
  judge: eachReference(({ resolution }) =>
    resolution.kind === 'sister'
      ? {
          message: message(
            '{0} is a control of the {1} {2}, not of CSA CCM. The bundled data has no mapping for it.',
            resolution.id,
            resolution.sister.name,
            resolution.sister.version,
          ),
        }
      : undefined,
  ),
};
