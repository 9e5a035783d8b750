import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import type { Candidate } from '../identifiers/candidates';
import type { CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { readToken, type Token } from './token';

/** A candidate that its surroundings let stand, with where it stands. */
export interface Sighting {
  readonly candidate: Candidate;
  readonly token: Token;
  readonly place: Place;
  /** True where the knowledge base has the id, in any edition or version. */
  readonly isKnown: boolean;
  /** For the target of a link: the other id that the link's text names. */
  readonly linkText?: CanonicalId;
}

export interface Sightings {
  readonly sightings: readonly Sighting[];
  /** Ids whose page at MITRE ATT&CK the document links to. */
  readonly linked: ReadonlySet<CanonicalId>;
}

/** Reads what stands around every candidate of a document. */
export function sight(document: PolicyDocument, knowledge: KnowledgeBase): Sightings {
  const { text, structure } = document;
  const sightings: Sighting[] = [];
  const linked = new Set<CanonicalId>();
  let previous: Sighting | undefined;
  for (const candidate of document.candidates) {
    const token = readToken(text, candidate);
    if (!token) continue;
    if (token.isAttackUrl) linked.add(candidate.id);
    const linkText = previous && isTargetOf(text, previous, token) ? previous.candidate.id : undefined;
    if (linkText === candidate.id) continue; // text and target are one reference
    const place = structure.placeAt(candidate.span.start);
    const known = candidate.family === 'attack' ? knowledge.attack : knowledge.ccm;
    const sighting = { candidate, token, place, isKnown: known.has(candidate.id) };
    previous = linkText === undefined ? sighting : { ...sighting, linkText };
    sightings.push(previous);
  }
  return { sightings, linked };
}

const LONGEST_LINK_TEXT = 200;

/** `[T1021](https://attack.mitre.org/techniques/T1021/)`: the token is the target of the link around the previous one. */
function isTargetOf(text: string, previous: Sighting, token: Token): boolean {
  if (!token.isAttackUrl) return false;
  const from = previous.candidate.span.end;
  if (token.start - from > LONGEST_LINK_TEXT || text[token.start - 1] !== '(') return false;
  const between = text.slice(from, token.start);
  return between.endsWith('](') && !between.slice(0, -2).includes('[');
}
