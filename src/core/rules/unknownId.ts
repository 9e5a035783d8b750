import type { Framework } from '../knowledge/framework';
import { retiredRangeOf } from '../knowledge/retired';
import { kindOf, type CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Reference } from '../recognition/reference';
import { beside } from '../documents/beside';
import { suggestIdsBeside } from '../resolution/suggest';
import { listed, message, type Message } from '../text/message';
import { eachReference, type Resolved, type Rule, type RuleContext, type Verdict } from './rule';

export const unknownId: Rule = {
  id: 'unknown-id',
  title: 'Unknown ID',
  description: 'An ID that no edition of its framework and no bundled ATT&CK release has. Usually a typo.',
  defaultSeverity: 'error',
  judge: (context) => {
    const references = context.resolved.map(({ reference }) => reference);
    const targets = targetsByText(references);
    return eachReference((resolved) => judge(resolved, context, targets.get(resolved.reference)))(context);
  },
};

function judge(
  { reference, resolution }: Resolved,
  { document, knowledge, attackDomain }: RuleContext,
  target: Reference | undefined,
): Omit<Verdict, 'reference'> | undefined {
  if (reference.isName && reference.malformed) return unknownTactic(reference, knowledge);
  if (resolution.kind !== 'unknown' || retiredRangeOf(resolution.id)) return undefined;
  const { id, edition, framework } = resolution;
  const { text } = beside(document, reference);
  const near = suggestIdsBeside(knowledge, id, { beside: text, domain: attackDomain(), edition });
  const replacements = target ? [target.id] : near;
  const nobody =
    framework === undefined ? `ATT&CK up to ${knowledge.attack.newest()} has no` : nobodyOf(framework);
  const what = `${nobody} ${kindOf(id).label}`;
  return replacements.length > 0
    ? {
        replacements,
        message: message('{1} {0}. Did you mean {2}?', id, what, listed(replacements, 'or')),
      }
    : { message: message('{1} {0}.', id, what) };
}

/** `[T1549.002](https://…/T1548/002/)`: the ID that the address of each text names, where it is another one. */
function targetsByText(references: readonly Reference[]): ReadonlyMap<Reference, Reference> {
  const targets = new Map<Reference, Reference>();
  for (const [index, target] of references.entries()) {
    const text = references[index - 1];
    if (text && target.linkText === text.id) targets.set(text, target);
  }
  return targets;
}

/** `attack.defense_evesion`: a slip away from a name that a tactic has or had. */
function unknownTactic(
  { text, id }: Reference,
  { attack }: KnowledgeBase,
): { readonly replacements: readonly CanonicalId[]; readonly message: Message } {
  const name = attack.name(id);
  return {
    replacements: [id],
    message: message('ATT&CK has no tactic {0}. Did you mean {1} {2}?', text, id, name),
  };
}

/** The editions of a framework, none of which has the id. */
function nobodyOf({ name, published }: Framework): string {
  const [only] = published;
  return only && published.length === 1 ? `${only.label} has no` : `No edition of ${name} has a`;
}
