import type { PolicyDocument } from '../documents/document';
import { kindOf, type CanonicalId } from '../identifiers/grammar';
import type { EditionId } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { Judge, type RecognitionOptions } from './judge';
import { rangeFrom, type ControlRange } from './ranges';
import type { Evidence, Reference } from './reference';
import { sight, type Sighting } from './sightings';
import type { Span } from '../text/span';

export const DEFAULT_RECOGNITION: RecognitionOptions = { edition: 'auto', assume: 'auto' };

/** Every reference of a document, in order; the members of a range follow its first control. */
export function findReferences(
  document: PolicyDocument,
  knowledge: KnowledgeBase,
  options: RecognitionOptions = DEFAULT_RECOGNITION,
): Reference[] {
  const sighted = sight(document, knowledge);
  const { sightings } = sighted;
  if (sightings.length === 0) return [];
  const judge = new Judge(document, knowledge, options, sighted);
  const references: Reference[] = [];
  sightings.forEach((sighting, index) => {
    const written = rangeFrom(document.text, sighting.candidate, sightings[index + 1]?.candidate);
    const range = written?.isLoose && !isSure(written, sighting, judge, knowledge) ? undefined : written;
    const reference = referenceOf(sighting, judge, document, range?.range);
    references.push(reference);
    if (range) references.push(...impliedMembers(reference, range, document, knowledge));
  });
  return references;
}

function referenceOf(
  sighting: Sighting,
  judge: Judge,
  document: PolicyDocument,
  range: Span | undefined,
): Reference {
  const { candidate, place, linkText } = sighting;
  const { span, id, family, malformed, tail } = candidate;
  let evidence: readonly Evidence[] | undefined;
  return {
    span,
    text: document.text.slice(span.start, span.end),
    id,
    family,
    kind: kindOf(id).kind,
    malformed,
    certainty: family === 'attack' || family === 'ccm' ? judge.certaintyFor(sighting) : 'certain',
    evidence: () => (evidence ??= judge.evidenceFor(sighting)),
    place,
    implied: false,
    edition:
      family === 'ccm'
        ? judge.editionFor(sighting)
        : family === 'attack'
          ? undefined
          : { edition: '5', source: 'only-edition', text: '' },
    tail,
    range,
    linkText,
  };
}

/** Numbers alone may be anything: the first id is certain, and its edition has them all. */
function isSure(
  { implied }: ControlRange,
  sighting: Sighting,
  judge: Judge,
  knowledge: KnowledgeBase,
): boolean {
  if (judge.certaintyFor(sighting) !== 'certain') return false;
  const { edition } = judge.editionFor(sighting);
  return implied.every(({ id }) => isIn(edition, id, knowledge));
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
    .filter(({ id, span }) => span !== range || edition === undefined || isIn(edition, id, knowledge))
    .map(({ id, span }) => ({
      ...first,
      linkText: undefined,
      id,
      span,
      text: document.text.slice(span.start, span.end),
      malformed: false,
      range,
      implied: true,
    }));
}

/** Of the earlier edition only those are known that a crosswalk has. */
function isIn(edition: EditionId, id: CanonicalId, { ccm }: KnowledgeBase): boolean {
  return (edition === ccm.legacyEdition ? ccm.legacy(id) : ccm.byId(edition, id)) !== undefined;
}

function isSomeEditions(id: CanonicalId, { ccm }: KnowledgeBase): boolean {
  return ccm.has(id) || ccm.isLegacy(id) || ccm.sisterOf(id) !== undefined;
}
