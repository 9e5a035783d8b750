import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const newerId: Rule = {
  id: 'newer-id',
  title: 'Id newer than the data',
  description: 'An ATT&CK id that may come from a release newer than the one it is judged by.',
  defaultSeverity: 'information',
  judge: eachReference(({ resolution }, { knowledge }) => {
    if (resolution.kind !== 'newer') return undefined;
    const since = knowledge.attack.since(resolution.id);
    return since
      ? {
          message: message(
            '{0} came with ATT&CK {1}; this document is judged by {2}.',
            resolution.id,
            since.version,
            resolution.dataVersion,
          ),
        }
      : {
          message: message(
            '{0} is not in ATT&CK {1}; it may come from a newer release.',
            resolution.id,
            resolution.dataVersion,
          ),
        };
  }),
};
