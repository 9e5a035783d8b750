import type { PolicyDocument } from '../documents/document';
import { ATTACK, DETECTION_KINDS, kindOf, type CanonicalId, type Family } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Span } from '../text/span';
import { DocumentContext } from './context';
import { chooseEdition } from './editions';
import type { OpenReference } from './editionEvidence';
import { EvidentEditions } from './evidentEditions';
import { FactReader } from './facts';
import { locate, type LocatedCandidate } from './locate';
import { findLostLetters } from './lostLetters';
import { rangeFrom, type ControlRange } from './ranges';
import type { Assumption, EditionSetting, Reference } from './reference';
import { withSplit } from './splits';
import { findTactics } from './tactics';
import { mayHaveSpaced } from './spacedIds';
import { CLUE_TABLE, judge, type ClueTable } from './scoring';

/** What settings say about the recognition of a framework's controls. */
export interface RecognitionOptions {
  readonly edition: (family: Family) => EditionSetting;
  readonly assume: (family: Family) => Assumption;
  /** The clues to judge by: all of them, but for tools that switch one off. */
  readonly clues?: ClueTable;
}

export const DEFAULT_RECOGNITION: RecognitionOptions = { edition: () => 'auto', assume: () => 'auto' };

/** Every reference of a document, in order; the members of a range follow its first control. */
export function findReferences(
  document: PolicyDocument,
  knowledge: KnowledgeBase,
  options: RecognitionOptions = DEFAULT_RECOGNITION,
): Reference[] {
  const references =
    document.candidates.length === 0 && !mayHaveSpaced(document) ? [] : findIds(document, knowledge, options);
  const more = [...findTactics(document, knowledge, references), ...findLostLetters(document, knowledge)];
  return more.length === 0 ? references : inOrder([...references, ...more]);
}

function inOrder(references: Reference[]): Reference[] {
  return references.sort((a, b) => a.span.start - b.span.start);
}

function findIds(
  document: PolicyDocument,
  knowledge: KnowledgeBase,
  options: RecognitionOptions,
): Reference[] {
  const context = new DocumentContext(document);
  const located = locate(document, context.names, knowledge);
  const { candidates } = located;
  const facts = new FactReader(context, located, knowledge, options.assume);
  const open = candidates.flatMap((each, index): OpenReference[] => {
    const found = referenceOf(each, context, facts, knowledge, options);
    const reference = found && withSplit(found, document, knowledge);
    const range = reference && rangeFrom(document.text, each.candidate, candidates[index + 1]?.candidate);
    return reference ? [{ reference, range }] : [];
  });
  const editions = new EvidentEditions(document, knowledge, context.names, open);
  return open.flatMap(({ reference, range }) =>
    withMembers(editions.settle(reference), range, document, knowledge),
  );
}

/** A reference, and those that its range implies. */
function withMembers(
  first: Reference,
  written: ControlRange | undefined,
  document: PolicyDocument,
  { frameworks }: KnowledgeBase,
): Reference[] {
  const framework = frameworks.get(first.family);
  const range = written?.isLoose && !isSure(written, first, framework) ? undefined : written;
  if (!range) return [first];
  const reference = { ...first, range: range.range };
  return framework ? [reference, ...impliedMembers(reference, range, document, framework)] : [reference];
}

function referenceOf(
  each: LocatedCandidate,
  context: DocumentContext,
  facts: FactReader,
  { attack, frameworks }: KnowledgeBase,
  options: RecognitionOptions,
): Reference | undefined {
  const { candidate, token, place, linkText, mayBe } = each;
  const { span, id, family, malformed, tail } = candidate;
  const { kind } = kindOf(id);
  if (DETECTION_KINDS.has(kind) && !attack.has(id)) return undefined; // DC0999 is a host
  const surroundings = context.surroundings({ span, family, token, place });
  const judgement = judge(each, surroundings, facts, options.clues ?? CLUE_TABLE);
  if (!judgement) return undefined;
  const framework = family === ATTACK ? undefined : frameworks.get(family);
  return {
    span,
    text: context.document.text.slice(span.start, span.end),
    id,
    family,
    kind,
    malformed,
    ...judgement,
    place,
    implied: false,
    edition: framework && chooseEdition(each, surroundings, context, framework, options.edition(family)),
    tail,
    range: undefined,
    linkText,
    mayBe,
  };
}

/** Numbers alone may be anything: the first id is certain, and its edition has them all, or some edition if none is said. */
function isSure({ implied }: ControlRange, first: Reference, framework: Framework | undefined): boolean {
  if (first.certainty !== 'certain' || !framework) return false;
  return implied.every(({ id }) => {
    const edition = editionFor(id, first, framework)?.edition;
    return edition !== undefined && isIn(edition, id, framework);
  });
}

/** A member has the edition of the first ID; if nothing says which one that is and it lacks the member, one that has it. */
function editionFor(id: CanonicalId, { edition }: Reference, framework: Framework): Reference['edition'] {
  if (edition?.source !== 'default' || isIn(edition.edition, id, framework)) return edition;
  return { ...edition, edition: framework.defaultEdition(id) };
}

/** Members that do not exist in the edition are left out: the ends of the range are judged on their own. */
function impliedMembers(
  first: Reference,
  { implied, range }: ControlRange,
  document: PolicyDocument,
  framework: Framework,
): Reference[] {
  const edition = first.edition?.edition;
  const last = implied.at(-1);
  if (last && last.span !== range && !isSomeEditions(last.id, framework)) return []; // `IAM-07 to 30 days`
  return implied
    .filter(({ id, span }) => span !== range || edition === undefined || isIn(edition, id, framework))
    .map(({ id, span }) => ({
      ...memberOf(first, id, span, range, document),
      edition: editionFor(id, first, framework),
    }));
}

function memberOf(
  first: Reference,
  id: CanonicalId,
  span: Span,
  range: Span,
  { text }: PolicyDocument,
): Reference {
  return {
    ...first,
    linkText: undefined,
    id,
    span,
    text: text.slice(span.start, span.end),
    malformed: false,
    range,
    implied: true,
  };
}

/** Of the earlier edition only those are known that a crosswalk has. */
function isIn(edition: EditionId, id: CanonicalId, framework: Framework): boolean {
  return (
    (edition === framework.legacyEdition ? framework.legacy(id) : framework.byId(edition, id)) !== undefined
  );
}

function isSomeEditions(id: CanonicalId, framework: Framework): boolean {
  return framework.has(id) || framework.isLegacy(id) || framework.sisterOf(id) !== undefined;
}
