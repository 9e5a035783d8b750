import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import { frameworkDescriptor } from '../frameworks/registry';
import { scanCandidates, type Candidate } from '../identifiers/candidates';
import { ATTACK, type CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { DocumentNames } from './documentNames';
import { withZeros } from './lostZeros';
import { merged, spacedCandidates } from './spacedIds';
import { readToken, type Token } from './token';

/** A candidate that its token lets stand, with where it stands. */
export interface LocatedCandidate {
  readonly candidate: Candidate;
  readonly token: Token;
  readonly place: Place;
  /** True if the knowledge base has the id, in any edition or version. */
  readonly isKnown: boolean;
  /** Written with a space for the dash: it counts under a label of its framework alone. */
  readonly isSpaced: boolean;
  /** For the target of a link: the other id that the link's text names. */
  readonly linkText?: CanonicalId;
  /** The other id that it may be, if its number lacks a zero: `T1562.010` for `T1562.01`. */
  readonly mayBe?: CanonicalId;
}

export interface Located {
  readonly candidates: readonly LocatedCandidate[];
  /** Ids whose page at MITRE ATT&CK the document links to. */
  readonly linked: ReadonlySet<CanonicalId>;
}

/** Reads what stands around every candidate of a document. */
export function locate(document: PolicyDocument, names: DocumentNames, knowledge: KnowledgeBase): Located {
  const { text } = document;
  const candidates: LocatedCandidate[] = [];
  const linked = new Set<CanonicalId>();
  const spaced = new Set(spacedCandidates(document, names));
  for (const written of merged(document.candidates, [...spaced])) {
    if (!mayBeNamed(written, names, knowledge)) continue;
    const token = readToken(text, written, document.kind === 'yaml');
    if (!token) continue;
    const { candidate, ...slip } = withLostZeros(document, written, knowledge);
    if (token.isAttackUrl) linked.add(candidate.id);
    const texts = token.isAttackUrl ? idsInLinkText(text, candidates, token) : NO_IDS;
    const isTold = texts.includes(candidate.id) || (token.isAttackUrl && isInAnchorText(text, candidate));
    if (isTold) continue; // text and target are one reference
    const place = document.structure.placeAt(candidate.span.start); // read for the first one that stands
    const isSpaced = spaced.has(written);
    const located = { candidate, token, place, isKnown: isKnown(candidate, knowledge), isSpaced, ...slip };
    const [linkText] = texts;
    candidates.push(linkText === undefined ? located : { ...located, linkText });
  }
  return { candidates, linked };
}

/** Most candidates are written in full. */
function withLostZeros(
  document: PolicyDocument,
  candidate: Candidate,
  { attack }: KnowledgeBase,
): { readonly candidate: Candidate; readonly mayBe?: CanonicalId } {
  if (!candidate.malformed || candidate.family !== ATTACK) return { candidate };
  const { id, ...slip } = withZeros(document, candidate, attack);
  return { candidate: { ...candidate, id }, ...slip };
}

/** Ids of a framework that must be named are passed over in a document that nowhere names it. */
function mayBeNamed({ family }: Candidate, names: DocumentNames, knowledge: KnowledgeBase): boolean {
  if (family === ATTACK) return true;
  if (!knowledge.frameworks.has(family)) return false;
  return !frameworkDescriptor(family).mustBeNamed || names.mayName(family);
}

function isKnown({ family, id }: Candidate, { attack, frameworks }: KnowledgeBase): boolean {
  const known = family === ATTACK ? attack : frameworks.get(family);
  return known?.has(id) === true;
}

/** `href="https://attack.mitre.org/techniques/T1059/">T1059</a>`: the text of the anchor names it too. */
function isInAnchorText(text: string, { id, span }: Candidate): boolean {
  const rest = text.slice(span.end, span.end + MAX_LINK_TEXT);
  const shown = ANCHOR_TEXT.exec(rest)?.[1];
  return shown !== undefined && scanCandidates(shown).some((each) => each.id === id);
}

const ANCHOR_TEXT = /^\/?["'][^<>]{0,80}>(.{0,80}?)<\/a>/is;
const NO_IDS: readonly CanonicalId[] = [];
const MAX_LINK_TEXT = 200;

/** The ids that the text of a link names, if the token is its target: `[T1021](https://attack.mitre.org/…)`. */
function idsInLinkText(text: string, located: readonly LocatedCandidate[], token: Token): CanonicalId[] {
  const mark = text[token.start - 1] === '<' ? '](<' : '](';
  const close = token.start - mark.length;
  if (!text.startsWith(mark, close)) return [];
  const open = text.lastIndexOf('[', close);
  if (open < 0 || close - open > MAX_LINK_TEXT) return [];
  const ids: CanonicalId[] = [];
  for (let index = located.length - 1; index >= 0; index--) {
    const each = located[index];
    if (!each || each.candidate.span.start < open) break;
    ids.push(each.candidate.id);
  }
  return ids;
}
