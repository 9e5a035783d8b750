import { message } from '../text/message';
import { eachReference, type Rule } from './rule';

export const newerId: Rule = {
  id: 'newer-id',
  title: 'ID newer than the data',
  description:
    'An ATT&CK ID that may come from a newer release than the one that the document is checked against.',
  defaultSeverity: 'information',
  judge: eachReference(({ resolution }, { knowledge }) => {
    if (resolution.kind !== 'newer') return undefined;
    const since = knowledge.attack.since(resolution.id);
    return since
      ? {
          message: message(
            '{0} was added in ATT&CK {1}. This document is checked against {2}.',
            resolution.id,
            since.version,
            resolution.dataVersion,
          ),
        }
      : {
          message: message(
            "{0} isn't in ATT&CK {1}. It may come from a newer release.",
            resolution.id,
            resolution.dataVersion,
          ),
        };
  }),
};
