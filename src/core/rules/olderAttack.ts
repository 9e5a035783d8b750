import { ATTACK } from '../identifiers/grammar';
import type { AttackTimeline } from '../knowledge/attack';
import { isOlder } from '../resolution/declaredAttack';
import { listed, message } from '../text/message';
import type { Resolved, Rule } from './rule';

const MAX_NAMED = 3;

export const olderAttack: Rule = {
  id: 'older-attack',
  title: 'Written for an earlier ATT&CK',
  description:
    'A document that declares an earlier ATT&CK version, with IDs that were revoked or deprecated since. Its IDs are checked against that version. Reported once per document.',
  defaultSeverity: 'information',
  judge: ({ resolved, declaredAttack: declared, knowledge: { attack } }) => {
    if (!declared) return [];
    const changed = resolved.filter((each) => hasChanged(each, declared.version, attack));
    const ids = [...new Set(changed.map(({ reference }) => reference.id))];
    const [first] = changed;
    if (!first) return [];
    const named = ids.slice(0, MAX_NAMED);
    const rest = ids.length - named.length;
    return [
      {
        reference: first.reference,
        isSummary: true,
        message: message(
          'This document is written for ATT&CK {0}. IDs revoked or deprecated since: {1}.',
          declared.written,
          listed([...named, ...(rest > 0 ? [`${rest} more`] : [])]),
        ),
      },
    ];
  },
};

/** Revoked or deprecated today, and not as of the declared version, as far as the bundled releases tell. */
function hasChanged({ reference }: Resolved, version: string, attack: AttackTimeline): boolean {
  if (reference.family !== ATTACK) return false;
  const facts = attack.at(reference.id);
  return facts !== undefined && facts.status !== 'current' && isOlder(version, facts.statusVersion);
}
