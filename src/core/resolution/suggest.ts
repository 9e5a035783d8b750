import { baseControlOf, domainOf, kindOf, type CanonicalId } from '../identifiers/grammar';
import { compareIds } from '../knowledge/compareIds';
import type { EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackDomain } from '../knowledge/records';
import { startsWithTitle, titleWords } from '../knowledge/titles';
import { editDistance } from '../text/editDistance';

const MAX_DISTANCE = 2;
const MAX_COUNT = 3;

/** Ids that exist and look like this one, nearest first; at most three. */
export function suggestIds(knowledge: KnowledgeBase, id: CanonicalId, edition?: EditionId): CanonicalId[] {
  const known = knownIds(knowledge, id, edition);
  const ranked = known.map((candidate) => ({ candidate, distance: distance(id, candidate) }));
  return ranked
    .filter((each) => each.distance <= MAX_DISTANCE)
    .sort((a, b) => a.distance - b.distance || compareIds(a.candidate, b.candidate))
    .slice(0, MAX_COUNT)
    .map((each) => each.candidate);
}

/** Where an id stands that does not exist. */
export interface Neighborhood {
  /** The text right after it. */
  readonly beside: string;
  /** The domain of ATT&CK that the document is about. */
  readonly domain: AttackDomain;
  readonly edition?: EditionId | undefined;
}

/** The same, and before them those whose name or title stands beside the id, be it with a slip. */
export function suggestIdsBeside(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  { beside, domain, edition }: Neighborhood,
): CanonicalId[] {
  const isOther = (each: CanonicalId): number =>
    knowledge.attack.at(each)?.domains.includes(domain) === false ? 1 : 0;
  const named = idsNamed(knowledge, id, beside, edition).sort((a, b) => isOther(a) - isOther(b));
  return [...new Set([...named, ...suggestIds(knowledge, id, edition)])].slice(0, MAX_COUNT);
}

/** Shorter names are words of everyday. */
const MIN_NAME = 8;
/** One slip in so many characters. */
const CHARACTERS_PER_SLIP = 7;

function idsNamed(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  beside: string,
  edition: EditionId | undefined,
): CanonicalId[] {
  const [cell = ''] = /^[^|;.,(){}<\r\n]*/.exec(beside.replace(/^[\s|:([*_~"'\u2010-\u2015-]+/, '')) ?? [];
  const words = titleWords(cell);
  if (words.length < MIN_NAME) return [];
  return relatedIds(knowledge, id, edition)
    .map((candidate) => ({ candidate, distance: nameDistance(words, nameIn(knowledge, candidate, edition)) }))
    .filter((each) => each.distance < NEVER)
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

const NEVER = Number.POSITIVE_INFINITY;

function nameDistance(words: string, name: string): number {
  const title = titleWords(name);
  if (title.length < MIN_NAME) return NEVER;
  if (startsWithTitle(words, title)) return 0;
  const limit = Math.floor(title.length / CHARACTERS_PER_SLIP);
  const found = editDistance(words, title, limit);
  return found > limit ? NEVER : found;
}

function nameIn(knowledge: KnowledgeBase, id: CanonicalId, edition: EditionId | undefined): string {
  const framework = knowledge.frameworkOf(id);
  const control = framework?.byId(edition ?? framework.mappingEdition, id);
  return framework && control ? framework.title(control, edition) : knowledge.attack.name(id);
}

/** A name may be that of a technique where the id is a sub-technique's, or the other way about. */
function relatedIds(
  knowledge: KnowledgeBase,
  id: CanonicalId,
  edition: EditionId | undefined,
): CanonicalId[] {
  const { kind } = kindOf(id);
  if (kind !== 'technique' && kind !== 'sub-technique') return knownIds(knowledge, id, edition);
  return knowledge.attack
    .ids('technique', 'sub-technique')
    .filter((each) => knowledge.attack.at(each)?.status === 'current');
}

function knownIds(knowledge: KnowledgeBase, id: CanonicalId, edition: EditionId | undefined): CanonicalId[] {
  const { kind } = kindOf(id);
  if (kind === 'control') {
    const framework = knowledge.frameworkOf(id);
    return framework?.idsIn(edition ?? framework.mappingEdition) ?? [];
  }
  return knowledge.attack.ids(kind).filter((each) => knowledge.attack.at(each)?.status === 'current');
}

/** A wrong number is likelier than a wrong domain: `IAM-99` is nearer to `IAM-09` than to another domain's. */
function distance(id: CanonicalId, candidate: CanonicalId): number {
  const plain = editDistance(baseControlOf(id), candidate, MAX_DISTANCE);
  return kindOf(id).kind === 'control' && domainOf(id) !== domainOf(candidate) ? plain + 0.5 : plain;
}
