import { isOlder } from '../resolution/declaredAttack';
import { pinnedVersion } from '../resolution/pinnedVersion';
import { listed, message } from '../text/message';
import { isInCitedTitle } from './citedTitle';
import { onceInInventories } from './manyOutdated';
import { otherNameThanSuccessors } from './namesBeside';
import { OldToNew } from './oldToNew';
import { eachReference, type Resolved, type Rule, type RuleContext, type Verdict } from './rule';
import { isInSample } from './samples';
import { isSaidToBeOld } from './saidOld';
import { inVersion } from './version';

export const revokedTechnique: Rule = {
  id: 'revoked-technique',
  title: 'Revoked technique',
  description:
    'An ATT&CK ID that was revoked and replaced by another one. To check against an older release, set controlLens.attack.version.',
  defaultSeverity: 'warning',
  judgesLikely: true,
  judge: (context) => {
    const oldToNew = new OldToNew(
      context.document,
      context.resolved.map(({ reference }) => reference),
    );
    return eachReference((resolved) => judge(resolved, context, oldToNew))(context);
  },
  summarize: onceInInventories('revoked'),
};

function judge(
  { reference, resolution }: Resolved,
  { document, knowledge, declaredAttack, attackDomain }: RuleContext,
  oldToNew: OldToNew,
): Omit<Verdict, 'reference'> | undefined {
  if (resolution.kind !== 'attack' || resolution.facts.status !== 'revoked') return undefined;
  if (isInSample(reference.place)) return undefined;
  const version = pinnedVersion(document, reference) ?? declaredAttack?.version;
  if (version !== undefined && isOlder(version, resolution.facts.statusVersion)) return undefined;
  if (reference.mayBe !== undefined) return undefined; // which one, malformed-id asks
  if (isInCitedTitle(document, reference) || isSaidToBeOld(document, reference)) return undefined;
  const { facts } = resolution;
  if (otherNameThanSuccessors(document, reference, facts, knowledge.attack, attackDomain())) return undefined; // name-mismatch says it
  if (oldToNew.isOld(reference, facts.successors)) return undefined;
  const successors = facts.successors.map((id) => `${id} ${knowledge.attack.name(id)}`);
  const name = `${facts.id} ${facts.name}`;
  if (successors.length === 0) return { message: message('{0} was revoked in {1}.', name, inVersion(facts)) };
  const inferred = facts.inferred ? ' (inferred from the name)' : '';
  return {
    replacements: facts.successors,
    message: message(
      '{0} was revoked in {1}. Use {2}{3}.',
      name,
      inVersion(facts),
      listed(successors, 'or'),
      inferred,
    ),
  };
}
