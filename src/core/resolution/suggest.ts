import { domainOf, kindOf, type CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { editDistance } from '../text/editDistance';

const FARTHEST = 2;
const MOST = 3;

/** Ids that exist and look like this one, nearest first; at most three. */
export function suggestIds(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId = MAPPING_EDITION,
): CanonicalId[] {
  const known = knownIds(knowledge, id, edition);
  const ranked = known.map((candidate) => ({ candidate, distance: distance(id, candidate) }));
  return ranked
    .filter((each) => each.distance <= FARTHEST)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST)
    .map((each) => each.candidate);
}

function knownIds(knowledge: KnowledgeBase, id: CanonicalId, edition: EditionId): CanonicalId[] {
  const { kind } = kindOf(id);
  if (kind === 'control') return knowledge.ccm.idsIn(edition);
  return knowledge.attack.ids(kind).filter((each) => knowledge.attack.at(each)?.status === 'current');
}

/** A wrong number is likelier than a wrong domain: `IAM-99` is nearer to `IAM-09` than to another domain's. */
function distance(id: CanonicalId, candidate: CanonicalId): number {
  const plain = editDistance(id, candidate, FARTHEST);
  return kindOf(id).kind === 'control' && domainOf(id) !== domainOf(candidate) ? plain + 0.5 : plain;
}
