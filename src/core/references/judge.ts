import type { PolicyDocument } from '../documents/document';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { ContextPiece } from './context';
import type { Evidence, Scope } from './reference';
import type { Companies, Sighting } from './sightings';
import { titleBeside } from './titles';
import { sideOf, weigh, type ContextScope, type Side } from './weights';

/** What the user or the document has said once and for all about ids with the shape of a control's. */
export type Assumption = 'auto' | 'always' | 'never';

const ALWAYS = 10;
const SEVERAL_DOMAINS = 3;

/** Everything that speaks for or against a sighting being what its shape says. */
export function evidenceFor(
  sighting: Sighting,
  pieces: readonly ContextPiece[],
  companies: Companies,
  documentPiece: ContextPiece,
  knowledge: KnowledgeBase,
  document: PolicyDocument,
  assume: Assumption,
): Evidence[] {
  const { family } = sighting.candidate;
  const evidence: Evidence[] = [];
  const add = (scope: Scope, weight: number, text: string): void => {
    if (weight !== 0) evidence.push({ scope, weight, text });
  };
  add('id', idWeight(sighting, knowledge), sighting.candidate.id);
  for (const piece of nearestOfEach([...pieces, documentPiece], family))
    add(piece.scope, piece.weight, piece.text);
  if (sighting.token.isAttackUrl) add('prefix', ALWAYS, sighting.token.before);
  const title = titleBeside(document, sighting, knowledge);
  if (title) add('title', TITLE_BESIDE, title);
  for (const each of companyEvidence(sighting, companies)) evidence.push(each);
  if (family === 'ccm' && assume !== 'auto') add('setting', assume === 'always' ? ALWAYS : -ALWAYS, assume);
  return evidence;
}

const TITLE_BESIDE = 8;

/**
 * The nearest piece of each scope that says anything. Once a framework is named, what stands farther off cannot
 * name another: a CCM column under an AICM heading is CCM's.
 */
function nearestOfEach(
  pieces: readonly ContextPiece[],
  family: Sighting['candidate']['family'],
): { readonly scope: ContextScope; readonly weight: number; readonly text: string }[] {
  const seen = new Set<string>();
  const weighed: { scope: ContextScope; weight: number; text: string }[] = [];
  let decided: Side;
  for (const { scope, mentions, text } of pieces) {
    const side = sideOf(family, scope, mentions);
    const weight = weigh(family, scope, mentions);
    const key = `${scope} ${side === undefined ? 'topic' : 'framework'}`;
    if (seen.has(key) || weight === 0 || (side && decided && side !== decided)) continue;
    decided ??= side;
    seen.add(key);
    weighed.push({ scope, weight, text: text.slice(0, LONGEST_TEXT) });
  }
  return weighed;
}

const LONGEST_TEXT = 120;

function idWeight({ candidate, isKnown }: Sighting, knowledge: KnowledgeBase): number {
  if (!isKnown) return 0;
  if (candidate.family === 'ccm') return 1;
  const facts = knowledge.attack.at(candidate.id);
  switch (facts?.kind) {
    case 'sub-technique':
    case 'tactic':
      return 6;
    case 'technique':
      return facts.status === 'current' ? 4 : 2;
    default:
      return 1;
  }
}

function companyEvidence({ candidate, place }: Sighting, companies: Companies): Evidence[] {
  const near = companies.near(place);
  const beside = companies.beside(place);
  const evidence: Evidence[] = [];
  if (candidate.family === 'attack') {
    if (near.techniques > 1)
      evidence.push({ scope: 'neighbors', weight: 2, text: `${near.techniques} techniques` });
    else if (companies.techniques > 2)
      evidence.push({ scope: 'neighbors', weight: 1, text: `${companies.techniques} techniques` });
    return evidence;
  }
  if (beside.techniques > 0) evidence.push({ scope: 'technique', weight: 3, text: 'beside a technique' });
  if (near.domains.size > 1)
    evidence.push({ scope: 'neighbors', weight: 3, text: [...near.domains].join(', ') });
  else if (companies.domains.size >= SEVERAL_DOMAINS) {
    evidence.push({ scope: 'neighbors', weight: 2, text: `controls of ${companies.domains.size} domains` });
  }
  return evidence;
}
