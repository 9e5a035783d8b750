import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { domainCode, domainOf } from '../identifiers/grammar';
import { Companies } from './companies';
import { ControlColumns } from './controlColumns';
import { DocumentContext } from './context';
import type { ContextPiece } from './pieces';
import { chooseEdition, type EditionSetting } from './editions';
import type { Certainty, EditionChoice, Evidence, Scope } from './reference';
import type { Sighting, Sightings } from './sightings';
import { Numberings } from './numberings';
import { foreignTitle } from './foreignTitle';
import { titleBeside } from './titles';
import {
  CERTAIN,
  certaintyOf,
  documentBounds,
  isAgainst,
  sideOf,
  weigh,
  type ContextScope,
  type Side,
} from './weights';

/** What the user or the document has said once and for all about ids with the shape of a control's. */
export type Assumption = 'auto' | 'always' | 'never';

/** What settings say about recognition. */
export interface RecognitionOptions {
  readonly edition: EditionSetting;
  readonly assume: Assumption;
}

const ALWAYS = 10;
const TITLE_BESIDE = 8;
const FOREIGN_TITLE = -4;
const STRANGERS = -8;
const LINKED = 6;
/** `#IAM-14` is how people write tickets. */
const HASH = -8;
const UNDER_CONTROL = 2;
const OTHER_COLUMN = -6;
const BESIDE_CCM = -12;
/** More than everything else together. */
const STRUCK = -100;
const SEVERAL_DOMAINS = 3;
const LONGEST_TEXT = 120;

/** `[IAM-09](https://tracker.example/browse/IAM-09)` */
const TRACKER_LINK =
  /^[^\][|\r\n]{0,60}\]\(<?https?:\/\/[^)\s]*(?:\/browse\/|\/issues?\/|\/pull\/|\/tickets?\/|jira|atlassian)/i;

type Recorder = (scope: Scope, weight: number, text: string) => void;

/** Weighs the sightings of one document. The sum is computed at once, the evidence only when somebody reads it. */
export class Judge {
  private lazyCompanies: Companies | undefined;
  private readonly columns: ControlColumns;
  private readonly linked: ReadonlySet<string>;
  private readonly sightings: readonly Sighting[];
  private lazyPlain: ReadonlySet<string> | undefined;
  private readonly context: DocumentContext;
  private readonly numberings: Numberings;

  constructor(
    private readonly document: PolicyDocument,
    private readonly knowledge: KnowledgeBase,
    private readonly options: RecognitionOptions,
    { sightings, linked }: Sightings,
  ) {
    this.linked = linked;
    this.sightings = sightings;
    this.columns = new ControlColumns(sightings);
    this.numberings = new Numberings(document, sightings, knowledge.ccm);
    this.context = new DocumentContext(document);
  }

  /** Which ids stand together can only add: most techniques are certain without it. */
  private get companies(): Companies {
    this.lazyCompanies ??= new Companies(this.sightings);
    return this.lazyCompanies;
  }

  /** What can only add is asked for only where the bar is not reached without it. */
  certaintyFor(sighting: Sighting): Certainty {
    const { least, most } = documentBounds(sighting.candidate.family);
    const near = this.sumFor(sighting, false, CERTAIN - least);
    const certainty = certaintyOf(near + least);
    return certainty === certaintyOf(near + most)
      ? certainty
      : certaintyOf(this.sumFor(sighting, true, CERTAIN));
  }

  evidenceFor(sighting: Sighting): Evidence[] {
    const evidence: Evidence[] = [];
    const record: Recorder = (scope, weight, text) => {
      if (weight !== 0) evidence.push({ scope, weight, text: text.slice(0, LONGEST_TEXT) });
    };
    this.weighFirst(sighting, true, record);
    this.weighSupport(sighting, record);
    return evidence;
  }

  editionFor(sighting: Sighting): EditionChoice {
    return chooseEdition(sighting, this.context, this.knowledge.ccm, this.options.edition);
  }

  /** The sum of all weights, or one that reaches `enough` and that the rest could not bring below it. */
  private sumFor(sighting: Sighting, withDocument: boolean, enough: number): number {
    let sum = 0;
    const record: Recorder = (_scope, weight) => (sum += weight);
    this.weighFirst(sighting, withDocument, record);
    if (sum < enough) this.weighSupport(sighting, record);
    return sum;
  }

  /** The id itself, what the pieces of context say, and all that speaks against it. */
  private weighFirst(sighting: Sighting, withDocument: boolean, record: Recorder): void {
    const { candidate } = sighting;
    const isWrittenSmall = this.document.text.charCodeAt(candidate.span.start) >= SMALL_A;
    record('id', idWeight(sighting, this.knowledge, isWrittenSmall), candidate.id);
    const named = weighPieces(this.context.piecesFor(sighting), candidate, withDocument, record);
    if (this.document.isStruck(candidate.span.start)) record('struck', STRUCK, 'struck through');
    if (candidate.family === 'ccm') this.weighAgainstControl(sighting, named, record);
  }

  /** What can only add. */
  private weighSupport(sighting: Sighting, record: Recorder): void {
    const title = titleBeside(this.document, sighting, this.knowledge);
    if (title !== undefined) record('title', TITLE_BESIDE, title);
    if (sighting.candidate.family === 'attack') this.weighTechniques(sighting, record);
    else this.weighControls(sighting, record);
  }

  private weighTechniques({ candidate, token, place }: Sighting, record: Recorder): void {
    const near = this.companies.near(place).techniques;
    const all = this.companies.all.techniques;
    if (near > 1) record('neighbors', this.companies.hasUnmistakable ? 2 : 1, `${near} techniques`);
    else if (all > 2) record('neighbors', 1, `${all} techniques in this document`);
    if (isUnderControl(place)) record('key', UNDER_CONTROL, 'under a control');
    if (!token.isAttackUrl && this.linked.has(candidate.id))
      record('document', LINKED, 'its address at MITRE ATT&CK');
  }

  /** `named`: what is named near the id. */
  private weighAgainstControl(sighting: Sighting, named: Side, record: Recorder): void {
    const { end } = sighting.candidate.span;
    if (this.isHashed(sighting)) record('prefix', HASH, '#');
    if (named === undefined) this.weighStrangers(sighting, record);
    this.weighBeside(sighting, named, record);
    const foreign = this.context.namesFramework
      ? undefined
      : foreignTitle(this.document, sighting, this.knowledge);
    if (foreign !== undefined) record('title', FOREIGN_TITLE, foreign);
    if (TRACKER_LINK.test(this.document.text.slice(end, end + LONGEST_TEXT)))
      record('after', -2 * ALWAYS, 'a link to a tracker');
    const { assume } = this.options;
    if (assume !== 'auto') record('setting', assume === 'always' ? ALWAYS : -ALWAYS, assume);
  }

  /** `#IAM-14`, where the id stands nowhere without the mark: there it may be a tag. */
  private isHashed({ token, candidate }: Sighting): boolean {
    if (token.before !== '#') return false;
    this.lazyPlain ??= new Set(
      this.sightings.filter((each) => each.token.before !== '#').map((each) => each.candidate.id),
    );
    return !this.lazyPlain.has(candidate.id);
  }

  /** Where nothing near names a framework: what else in the document shows that the ids are another catalog's, or tickets. */
  private weighStrangers({ candidate, place }: Sighting, record: Recorder): void {
    if (this.context.isOtherCcm) record('document', STRANGERS, 'something else is called CCM');
    const strangers = this.numberings.strangersAt(place);
    if (strangers !== undefined) record('neighbors', STRANGERS, `no controls of CCM: ${strangers}`);
    const ticket = this.numberings.ticketLike(domainOf(candidate.id));
    if (ticket !== undefined) record('neighbors', STRANGERS, `tickets: ${ticket}`);
  }

  /** A column or a key beside it holds the controls, or is CCM's: then the id is the table's own, or a company's. */
  private weighBeside({ token, place }: Sighting, named: Side, record: Recorder): void {
    const beside = token.before === '' ? this.columns.besides(place, this.document.text) : undefined;
    const isDecided = named !== undefined && !(beside?.isCcm && place.cell); // a heading names CCM above both columns
    if (!beside || isDecided) return;
    record('column', beside.isCcm ? BESIDE_CCM : OTHER_COLUMN, `controls stand beside: ${beside.name}`);
  }

  private weighControls({ place }: Sighting, record: Recorder): void {
    if (this.companies.beside(place).techniques > 0 || isUnderTechnique(place))
      record('technique', 3, 'beside a technique');
    const near = this.companies.near(place).domains;
    const all = this.companies.all.domains;
    if (near.size > 1) record('neighbors', 3, `controls of ${[...near].join(', ')}`);
    else if (all.size >= SEVERAL_DOMAINS)
      record('neighbors', 1, `controls of ${all.size} domains in this document`);
  }
}

/** `IAM-09: [T1078, T1098]` */
function isUnderControl({ keys }: Place): boolean {
  return keys.some(
    ({ name }) => /^[A-Z&]{3}-\d{2}$/.test(name) && domainCode(name.slice(0, 3)) !== undefined,
  );
}

/** `T1021.007: [IAM-09, IAM-10]` */
function isUnderTechnique({ keys }: Place): boolean {
  return keys.some(({ name }) => /^T\d{4}(?:\.\d{3})?$/.test(name));
}

/**
 * The nearest piece of each scope that says anything counts: one that names a framework, and one that has a word of
 * the topic. Once a framework is named, what stands farther off cannot name another: a CCM column under an AICM
 * heading is CCM's. A ticket or a room decides likewise. Gives back which is named, the document as a whole left aside.
 */
function weighPieces(
  pieces: readonly ContextPiece[],
  { family, id }: Sighting['candidate'],
  withDocument: boolean,
  record: Recorder,
): Side {
  const mayBeTask = family !== 'attack' || !id.includes('.'); // tasks and parts have no sub-numbers
  let seen = 0; // a bit for each scope that has named a framework, and one for each that has had a word of the topic
  let decided: Side;
  // In a column of controls or techniques, or where the framework is named, what rows and sections are about is no matter.
  let inColumn = false;
  for (const { scope, mentions, text } of pieces) {
    if (scope === 'document' && !withDocument) continue;
    const weight = weigh(family, scope, mentions);
    if (weight === 0) continue;
    const side = sideOf(family, scope, mentions);
    const isNamed = !mayBeTask || inColumn || decided === 'own';
    if (side === undefined && weight < 0 && isNamed) continue;
    inColumn ||= scope === 'column' && weight > 0;
    const isIssues = family === 'ccm' && side === undefined && mentions.issues; // said twice, it is the same thing
    const bit =
      1 << (isIssues ? 2 * SCOPE_COUNT : SCOPE_BITS[scope] + (side === undefined ? SCOPE_COUNT : 0));
    if ((seen & bit) !== 0 || (side && decided && side !== decided)) continue;
    if (scope !== 'document') decided ??= side ?? (isAgainst(family, mentions) ? 'other' : undefined);
    seen |= bit;
    record(scope, weight, text);
  }
  return decided;
}

const SCOPE_BITS: Readonly<Record<ContextScope, number>> = {
  prefix: 0,
  after: 1,
  before: 2,
  column: 3,
  row: 4,
  list: 5,
  heading: 6,
  key: 7,
  'front-matter': 8,
  document: 9,
};
const SCOPE_COUNT = 10;

/** Small letters are how hosts, anchors and variables are named. */
const SMALL = -2;
const SMALL_A = 97;

function idWeight(
  { candidate, isKnown }: Sighting,
  knowledge: KnowledgeBase,
  isWrittenSmall: boolean,
): number {
  if (!isKnown) return 0;
  if (candidate.family === 'ccm') return isWrittenSmall ? SMALL : 1;
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
