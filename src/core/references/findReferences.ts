import type { PolicyDocument } from '../documents/document';
import type { Candidate } from '../identifiers/candidates';
import { domainOf, kindOf, type CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { DocumentContext, type ContextPiece } from './context';
import { chooseEdition, type EditionSetting } from './editions';
import { evidenceFor, type Assumption } from './judge';
import { rangeFrom, type ControlRange } from './ranges';
import type { Reference } from './reference';
import { Companies, sight, type Sighting } from './sightings';
import { certaintyOf } from './weights';

/** What settings say about recognition. */
export interface RecognitionOptions {
  readonly edition: EditionSetting;
  readonly assume: Assumption;
}

export const DEFAULT_RECOGNITION: RecognitionOptions = { edition: 'auto', assume: 'auto' };

/** Every reference of a document, in order; the members of a range follow its first control. */
export function findReferences(
  document: PolicyDocument,
  knowledge: KnowledgeBase,
  options: RecognitionOptions = DEFAULT_RECOGNITION,
): Reference[] {
  const sightings = sight(document, knowledge);
  if (sightings.length === 0) return [];
  const companies = new Companies(sightings);
  const context = new DocumentContext(document);
  const references: Reference[] = [];
  for (const [index, sighting] of sightings.entries()) {
    const reference = judge(sighting, companies, context, knowledge, options);
    const range = rangeFrom(document.text, sighting.candidate, sightings[index + 1]?.candidate);
    references.push(range ? { ...reference, range: range.range } : reference);
    if (range) references.push(...impliedMembers(reference, range, document, knowledge));
  }
  return references;
}

function judge(
  sighting: Sighting,
  companies: Companies,
  context: DocumentContext,
  knowledge: KnowledgeBase,
  options: RecognitionOptions,
): Reference {
  const { candidate, token, place } = sighting;
  const { document } = context;
  const pieces = context.piecesFor(candidate, token, place);
  const whole: ContextPiece = { scope: 'document', text: '', mentions: context.mentions };
  const evidence = evidenceFor(sighting, pieces, companies, whole, knowledge, document, options.assume);
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return {
    ...identity(candidate, document),
    certainty: certaintyOf(sum),
    evidence,
    place,
    implied: false,
    ...(candidate.family === 'ccm'
      ? { edition: chooseEdition(candidate.id, pieces, context, knowledge.ccm, options.edition) }
      : {}),
  };
}

function identity(candidate: Candidate, document: PolicyDocument) {
  const { span, id, family, malformed, tail } = candidate;
  const text = document.text.slice(span.start, span.end);
  return {
    span,
    text,
    id,
    family,
    kind: kindOf(id).kind,
    malformed,
    ...(tail === undefined ? {} : { tail }),
  };
}

/** Members that do not exist in the edition are left out: the ends of the range are judged on their own. */
function impliedMembers(
  first: Reference,
  { implied, range }: ControlRange,
  document: PolicyDocument,
  knowledge: KnowledgeBase,
): Reference[] {
  const edition = first.edition?.edition;
  const last = implied.at(-1);
  if (last && last.span !== range && !isSomeEditions(last.id, knowledge)) return []; // `IAM-07 to 30 days`
  return implied
    .filter(({ id, span }) => span !== range || edition === undefined || knowledge.ccm.byId(edition, id))
    .map(({ id, span }) => ({
      ...first,
      id,
      span,
      text: document.text.slice(span.start, span.end),
      malformed: false,
      range,
      implied: true,
    }));
}

function isSomeEditions(id: CanonicalId, { ccm }: KnowledgeBase): boolean {
  return ccm.has(id) || ccm.isLegacyCode(domainOf(id)) || ccm.sisterOf(id) !== undefined;
}
