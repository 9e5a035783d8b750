import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import type { Candidate } from '../identifiers/candidates';
import { frameworkDescriptor } from '../frameworks/registry';
import { ATTACK, type CanonicalId } from '../identifiers/grammar';
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
  const { text } = document;
  const sightings: Sighting[] = [];
  const linked = new Set<CanonicalId>();
  for (const candidate of document.candidates) {
    if (candidate.family !== ATTACK && !knowledge.frameworks.has(candidate.family)) continue;
    if (mustBeNamed(candidate) && !isNamedNear(text, candidate)) continue;
    const token = readToken(text, candidate);
    if (!token) continue;
    if (token.isAttackUrl) linked.add(candidate.id);
    const texts = token.isAttackUrl ? idsInLinkText(text, sightings, token) : NO_IDS;
    if (texts.includes(candidate.id)) continue; // text and target are one reference
    const place = document.structure.placeAt(candidate.span.start); // read for the first one that stands
    const known = candidate.family === ATTACK ? knowledge.attack : knowledge.frameworks.get(candidate.family);
    const sighting = { candidate, token, place, isKnown: known?.has(candidate.id) === true };
    const [linkText] = texts;
    sightings.push(linkText === undefined ? sighting : { ...sighting, linkText });
  }
  return { sightings, linked };
}

function mustBeNamed({ family }: Candidate): boolean {
  return family !== ATTACK && frameworkDescriptor(family).mustBeNamed;
}

/** For now: the name stands in the text before it. */
function isNamedNear(text: string, { span }: Candidate): boolean {
  return /800-53|fedramp/i.test(text.slice(Math.max(0, span.start - 600), span.start));
}

const NO_IDS: readonly CanonicalId[] = [];
const LONGEST_LINK_TEXT = 200;

/** The ids that the text of a link names, where the token is its target: `[T1021](https://attack.mitre.org/…)`. */
function idsInLinkText(text: string, sightings: readonly Sighting[], token: Token): CanonicalId[] {
  const mark = text[token.start - 1] === '<' ? '](<' : '](';
  const close = token.start - mark.length;
  if (!text.startsWith(mark, close)) return [];
  const open = text.lastIndexOf('[', close);
  if (open < 0 || close - open > LONGEST_LINK_TEXT) return [];
  const ids: CanonicalId[] = [];
  for (let index = sightings.length - 1; index >= 0; index--) {
    const sighting = sightings[index];
    if (!sighting || sighting.candidate.span.start < open) break;
    ids.push(sighting.candidate.id);
  }
  return ids;
}
