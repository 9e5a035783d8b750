import type { PolicyDocument } from '../documents/document';
import { ATTACK, type CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { AttackDomain } from '../knowledge/records';
import { lastStartingBy, overlaps, type Span } from '../text/span';
import type { Reference } from './reference';
import { CERTAIN } from './scoring';
import { isGroupHead, TACTIC_FORMS, type TacticSpot } from './tacticForms';
import { TacticNames } from './tacticNames';

/** A document without one of these words has no field of tactics. */
const MAY_HAVE = /tactic|attack|att&ck|mitre|kill_?chain|phase_?name|TA\d{4}/i;
const MAX_AROUND = 400;
const MAX_JUST_BEFORE = 80;
/** So many tactics that are headings, or keys at the margin, make a document that is grouped by them. */
const MIN_GROUPS = 3;
/** A folder of a web address: `https://github.com/o/r/tree/main/TA0003-Persistence`. */
const IN_ADDRESS = /:\/\/[^\s<>"'`)\]|]*$/;
const SIGMA_TAG = /(?<![\w.])attack\.([a-z][a-z_-]{6,40})(?![\w.])/gi;

/** References to tactics by name: in fields, tags, columns and headings of tactics, never in prose. In order. */
export function findTactics(
  document: PolicyDocument,
  knowledge: KnowledgeBase,
  references: readonly Reference[],
): Reference[] {
  const { text } = document;
  if (!MAY_HAVE.test(text)) return [];
  const names = knowledge.once(tacticNamesOf);
  const spots = names.spansIn(text).map((span) => around(document, span));
  const isGrouped = new Set(spots.filter(isHead).map(({ name }) => names.idOf(name))).size >= MIN_GROUPS;
  const domain = knowledge.attack.mainDomain(
    references.flatMap(({ family, id }) => (family === ATTACK ? [id] : [])),
  );
  const written = references.filter(({ implied }) => !implied).map(({ span }) => span);
  const found = spots.flatMap((spot) => {
    const tactic = judge(spot, document, names, isGrouped, domain);
    return tactic && !isTaken(tactic.span, written) ? [tactic] : [];
  });
  return [...found, ...misspelled(document, names)].sort((a, b) => a.span.start - b.span.start);
}

type Around = Pick<TacticSpot, 'name' | 'span' | 'before' | 'after'>;

function around({ text, lines }: PolicyDocument, span: Span): Around {
  const { start, end } = span;
  const line = lines.lineAt(start);
  return {
    name: text.slice(start, end),
    span,
    before: text.slice(Math.max(lines.startOf(line), start - MAX_AROUND), start),
    after: text.slice(end, Math.min(lines.endOf(line), end + MAX_AROUND)),
  };
}

function isHead({ before, after }: Around): boolean {
  return isGroupHead(before, after);
}

function judge(
  spot: Around,
  document: PolicyDocument,
  names: TacticNames,
  isGrouped: boolean,
  domain: AttackDomain,
): Reference | undefined {
  if (document.isStruck(spot.span.start)) return undefined;
  if (spot.before.includes('://') && IN_ADDRESS.test(spot.before)) return undefined;
  const place = document.structure.placeAt(spot.span.start);
  const { before, after } = place.cell ? inCell(document, spot.span, place.cell) : spot;
  const justBefore = before.slice(-MAX_JUST_BEFORE);
  const whole: TacticSpot = { ...spot, before, justBefore, after, place, document, names, isGrouped };
  for (const { clue, fits } of TACTIC_FORMS) {
    const answer = fits(whole);
    if (answer === false || answer === undefined) continue;
    const id = answer === true ? names.idOf(spot.name, domain) : answer;
    return id && reference(document, spot.span, id, clue);
  }
  return undefined;
}

function inCell(
  { text }: PolicyDocument,
  { start, end }: Span,
  cell: Span,
): Pick<TacticSpot, 'before' | 'after'> {
  return { before: text.slice(Math.min(cell.start, start), start), after: text.slice(end, cell.end) };
}

/** Sigma tags and fields that are a slip away from a tactic: `attack.defense_evesion`, `tactic: persistense`. */
function misspelled(document: PolicyDocument, names: TacticNames): Reference[] {
  return [...misspelledFields(document, names), ...misspelledTags(document, names)];
}

const TACTIC_FIELD = /^(?:mitre[-_ ]?)?tactics?(?:[-_ ]?names?)?$/i;

function misspelledFields(document: PolicyDocument, names: TacticNames): Reference[] {
  return document.structure.valuesOf(TACTIC_FIELD).flatMap(({ value, span }) => {
    const id = /^[a-z][a-z _-]{6,40}$/i.test(value) ? names.nearest(value) : undefined;
    const start = id === undefined ? -1 : document.text.lastIndexOf(value, span.end - value.length);
    if (id === undefined || start < span.start) return [];
    const place = { start, end: start + value.length };
    return [{ ...reference(document, place, id, 'tactic-key'), malformed: true }];
  });
}

function misspelledTags(document: PolicyDocument, names: TacticNames): Reference[] {
  return [...document.text.matchAll(SIGMA_TAG)].flatMap(({ 0: tag, 1: written = '', index }) => {
    const id = names.nearest(written);
    const end = index + tag.length;
    return id
      ? [{ ...reference(document, { start: end - written.length, end }, id, 'tactic-tag'), malformed: true }]
      : [];
  });
}

function reference(document: PolicyDocument, span: Span, id: CanonicalId, clue: string): Reference {
  return {
    span,
    text: document.text.slice(span.start, span.end),
    id,
    family: ATTACK,
    kind: 'tactic',
    malformed: false,
    mayBe: undefined,
    tail: undefined,
    certainty: 'certain',
    evidence: [{ clue, weight: CERTAIN, text: '' }],
    edition: undefined,
    place: document.structure.placeAt(span.start),
    range: undefined,
    linkText: undefined,
    implied: false,
    isName: true,
  };
}

/** `spans` are in order, and none overlaps another. */
function isTaken(span: Span, spans: readonly Span[]): boolean {
  const at = lastStartingBy(spans, span.end);
  return [spans[at - 1], spans[at]].some((each) => each !== undefined && overlaps(each, span));
}

function tacticNamesOf({ attack }: KnowledgeBase): TacticNames {
  return new TacticNames(attack);
}
