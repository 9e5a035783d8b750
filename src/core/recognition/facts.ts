import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import { ATTACK, domainOf, kindOf, parseIdentifier } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { CoOccurrences } from './coOccurrences';
import type { DocumentContext, Surroundings } from './context';
import { ForeignCatalogs } from './foreignCatalogs';
import { foreignTitle } from './foreignTitle';
import type { Located, LocatedCandidate } from './locate';
import { OwnColumns } from './ownColumns';
import type { Assumption } from './reference';
import { titleBeside } from './titles';

/** Something that is true of an id, or of where it stands, beyond the words around it. A clue may need it. */
export type Fact =
  | 'known-control'
  | 'small-letters'
  | 'sub-technique-or-tactic'
  | 'current-technique'
  | 'former-technique'
  | 'other-object'
  | 'own-title'
  | 'another-title'
  | 'struck-through'
  | 'assumed'
  | 'assumed-not'
  | 'hash'
  | 'tracker-link'
  | 'another-catalog'
  | 'ticket-numbers'
  | 'short-name-of-something-else'
  | 'own-id-column'
  | 'own-id-beside-named-controls'
  | 'beside-technique'
  | 'several-domains-near'
  | 'several-domains'
  | 'techniques-near-unmistakable'
  | 'techniques-near'
  | 'several-techniques'
  | 'below-control'
  | 'linked-elsewhere'
  | 'noun-before';

export type RecordFact = (fact: Fact, text: string) => void;

/** `AC-12(10)` */
const MAX_ID = 10;
const MANY_DOMAINS = 3;
const MANY_TECHNIQUES = 3;
const SMALL_A = 97;
const MAX_LINK = 120;
/** `](https://tracker.example/browse/IAM-09)` behind an id in brackets. */
const LINK = /^[^\][|\r\n]{0,60}\]\(<?https?:\/\/([^)\s]*)/i;
const TRACKER = /\/browse\/|\/issues?\/|\/pull\/|\/tickets?\/|jira|atlassian/i;

/** Reads the facts of the candidates of one document. */
export class FactReader {
  private readonly columns: OwnColumns;
  private lazyCatalogs: ForeignCatalogs | undefined;
  private lazyCoOccurrences: CoOccurrences | undefined;
  private lazyUnhashed: ReadonlySet<string> | undefined;

  constructor(
    private readonly context: DocumentContext,
    private readonly located: Located,
    private readonly knowledge: KnowledgeBase,
    private readonly assume: (family: string) => Assumption,
  ) {
    this.columns = new OwnColumns(located.candidates, (text) => context.label(text));
  }

  private get document(): PolicyDocument {
    return this.context.document;
  }

  private get catalogs(): ForeignCatalogs {
    this.lazyCatalogs ??= new ForeignCatalogs(
      this.document,
      this.located.candidates,
      this.knowledge.frameworks,
    );
    return this.lazyCatalogs;
  }

  private get coOccurrences(): CoOccurrences {
    this.lazyCoOccurrences ??= new CoOccurrences(this.located.candidates);
    return this.lazyCoOccurrences;
  }

  /** `isNamed`: whether the framework is what governs the candidate, by something nearer than the document as a whole. */
  read(each: LocatedCandidate, surroundings: Surroundings, isNamed: boolean, record: RecordFact): void {
    if (this.document.isStruck(each.candidate.span.start)) record('struck-through', '');
    const title = titleBeside(this.document, each, this.knowledge);
    if (title !== undefined) record('own-title', title);
    if (each.candidate.family === ATTACK) this.readTechnique(each, record);
    else this.readControl(each, surroundings, isNamed, title !== undefined, record);
  }

  private readTechnique({ candidate, token, place, isKnown }: LocatedCandidate, record: RecordFact): void {
    if (isKnown) record(this.attackFact(candidate.id), candidate.id);
    const near = this.coOccurrences.near(place).techniques;
    const all = this.coOccurrences.all.techniques;
    if (near > 1)
      record(
        this.coOccurrences.hasUnmistakable ? 'techniques-near-unmistakable' : 'techniques-near',
        `${near} techniques`,
      );
    else if (all >= MANY_TECHNIQUES) record('several-techniques', `${all} techniques in this document`);
    if (isBelow(place, false)) record('below-control', '');
    if (!token.isAttackUrl && this.located.linked.has(candidate.id)) record('linked-elsewhere', candidate.id);
  }

  private attackFact(id: string): Fact {
    const facts = this.knowledge.attack.at(id);
    if (facts?.kind === 'sub-technique' || facts?.kind === 'tactic') return 'sub-technique-or-tactic';
    if (facts?.kind !== 'technique') return 'other-object';
    return facts.status === 'current' ? 'current-technique' : 'former-technique';
  }

  private readControl(
    each: LocatedCandidate,
    { before }: Surroundings,
    isNamed: boolean,
    hasTitle: boolean,
    record: RecordFact,
  ): void {
    const { candidate, isKnown, token } = each;
    const { text } = this.document;
    if (isKnown)
      record(
        text.charCodeAt(candidate.span.start) >= SMALL_A ? 'small-letters' : 'known-control',
        candidate.id,
      );
    const assume = this.assume(candidate.family);
    if (assume !== 'auto') record(assume === 'always' ? 'assumed' : 'assumed-not', assume);
    if (token.before === '#' && !this.isWrittenPlain(candidate.id)) record('hash', '#');
    if (before.noun !== undefined && !hasTitle && !this.isTitleWord(each, before.noun))
      record('noun-before', before.noun);
    this.readLink(candidate.span.end, record);
    if (!isNamed) this.readCatalogs(each, record);
    this.readColumns(each, isNamed, record);
    this.readNeighbors(each.place, record);
  }

  private readLink(end: number, record: RecordFact): void {
    const target = LINK.exec(this.document.text.slice(end, end + MAX_LINK))?.[1];
    if (target !== undefined && TRACKER.test(target)) record('tracker-link', target);
  }

  /** Nothing near names a framework: what else shows that the ids are another catalog's, or tickets. */
  private readCatalogs(each: LocatedCandidate, record: RecordFact): void {
    const { candidate, place } = each;
    if (this.context.names.hasOtherName(candidate.family)) record('short-name-of-something-else', '');
    const strangers = this.catalogs.strangersAt(place);
    if (strangers !== undefined) record('another-catalog', strangers);
    const ticket = this.catalogs.ticketLike(domainOf(candidate.id));
    if (ticket !== undefined) record('ticket-numbers', ticket);
    const title = this.context.names.names(candidate.family)
      ? undefined
      : foreignTitle(this.document, each, this.knowledge);
    if (title !== undefined) record('another-title', title);
  }

  /** A column or a key beside it holds the controls, or is the framework's: then the id is the table's own. */
  private readColumns(each: LocatedCandidate, isNamed: boolean, record: RecordFact): void {
    if (each.token.before !== '') return;
    const beside = this.columns.beside(each, this.document.text);
    if (!beside || (isNamed && !(beside.isNamed && each.place.cell))) return; // a heading names it above both columns
    record(beside.isNamed ? 'own-id-beside-named-controls' : 'own-id-column', beside.name);
  }

  private readNeighbors(place: Place, record: RecordFact): void {
    if (this.coOccurrences.beside(place).techniques > 0 || isBelow(place, true))
      record('beside-technique', '');
    const near = this.coOccurrences.near(place).domains;
    const all = this.coOccurrences.all.domains;
    if (near.size > 1) record('several-domains-near', [...near].join(', '));
    else if (all.size >= MANY_DOMAINS) record('several-domains', `${all.size} domains in this document`);
  }

  /** `#IAM-14` is how people write tickets; it may be a tag in a document that has the id without the mark, too. */
  private isWrittenPlain(id: string): boolean {
    this.lazyUnhashed ??= new Set(
      this.located.candidates
        .filter(({ token }) => token.before !== '#')
        .map(({ candidate }) => candidate.id),
    );
    return this.lazyUnhashed.has(id);
  }

  /** `Strong Authentication IAM-14`: the word before the id is one of its title, or of its domain's name. */
  private isTitleWord({ candidate: { family, id } }: LocatedCandidate, word: string): boolean {
    const framework = this.knowledge.frameworks.get(family);
    if (!framework) return false;
    const titles = framework.readings(id).map(({ edition, control }) => framework.title(control, edition));
    const domain = framework.domain(domainOf(id))?.name ?? '';
    return [...titles, domain].some((title) => title.toLowerCase().includes(word));
  }
}

/** `T1021.007: [IAM-09, IAM-10]` and `IAM-09: [T1078, T1098]`: a key is a technique, or a control. */
function isBelow({ keys }: Place, technique: boolean): boolean {
  return keys.some(({ name }) => {
    if (name.length > MAX_ID || !/\d$|\)$/.test(name)) return false;
    const id = parseIdentifier(name);
    if (id === undefined || name !== id) return false;
    const { kind } = kindOf(id);
    return technique ? kind === 'technique' || kind === 'sub-technique' : kind === 'control';
  });
}
