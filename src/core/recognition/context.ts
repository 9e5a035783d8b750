import type { PolicyDocument } from '../documents/document';
import type { Key, Place } from '../documents/place';
import type { Family } from '../identifiers/grammar';
import { Declarations } from './declarations';
import { DocumentMentions } from './documentMentions';
import { frameworkRightBefore } from './attached';
import { bareEdition } from './bareEditions';
import { asMappingFile, asProse, ofEdition, ofFramework, PieceReader, type ContextPiece } from './pieces';
import type { Sighting } from './sightings';
import type { ContextScope } from './weights';

/** What of a sighting its context depends on. */
export interface Spot {
  readonly candidate: Pick<Sighting['candidate'], 'span' | 'family'>;
  readonly token: Pick<Sighting['token'], 'before' | 'start' | 'isAttackUrl' | 'isExplorerUrl'>;
  readonly place: Place;
}

const LONGEST_BEFORE = 240;
const LONGEST_LABEL = 100;
const LONGEST_AFTER = 80;
const LONGEST_VERSION = 24;
const DIGIT = /[34]\.\d/;
/** The characters that a bracket or `of CCM` after an id begins with. */
const MAY_FOLLOW = ' \t([*_`"\'';
const AFTER =
  /^[*_`"']{0,3}[ \t]{0,2}(?:[([]([^()[\]\r\n]*)[)\]]|(?:of|in|from|under)[ \t]+((?:the[ \t]+)?(?:csa[ \t]+)?(?:ccm|aicm|cloud controls matrix)[^,;|()\r\n]{0,20}))/i;

/** What a whole document says of itself; computed once for each document. */
export class DocumentContext {
  /** What the whole text mentions, without regard to where. */
  private readonly mentions: DocumentMentions;
  private readonly wholeDocument: ContextPiece;
  private readonly declarations: Declarations;
  private readonly reader = new PieceReader(() => this.mentions.isOtherCcm);
  private lastSpot: Spot | undefined;
  private lastPieces: readonly ContextPiece[] = [];
  private lastShared: Shared | undefined;

  constructor(readonly document: PolicyDocument) {
    this.mentions = new DocumentMentions(document.text);
    this.wholeDocument = { scope: 'document', text: '', mentions: this.mentions };
    this.declarations = new Declarations(document, this.mentions);
  }

  /** Everything near an id, or near a place for one, that says what it may be, nearest first. */
  piecesFor(spot: Spot): readonly ContextPiece[] {
    if (spot !== this.lastSpot) {
      this.lastPieces = this.piecesOf(spot);
      this.lastSpot = spot;
    }
    return this.lastPieces;
  }

  private piecesOf(spot: Spot): readonly ContextPiece[] {
    const { token, place, candidate } = spot;
    const prefix = this.reader.read('prefix', token.before);
    if (token.isAttackUrl && prefix) return [prefix]; // it says all there is to say
    const pieces: ContextPiece[] = [];
    if (token.isExplorerUrl) pieces.push(asMappingFile(token.before));
    const isControl = candidate.family === 'ccm';
    const before = this.textBefore(spot);
    const near = [
      prefix,
      isControl ? this.pieceOfEdition(spot, before) : undefined,
      this.reader.read('after', this.textAfter(spot)),
      this.pieceBefore(before, isControl),
    ];
    for (const piece of near) if (piece) pieces.push(piece);
    const around = this.piecesAround(place, candidate.family);
    const mayBeProse =
      !place.cell && around.some(({ scope, mentions }) => scope === 'heading' && mentions.listsControls);
    return pieces.concat(mayBeProse && !this.startsItem(spot) ? around.map(asProse) : around);
  }

  private pieceOfEdition({ candidate }: Spot, before: string): ContextPiece | undefined {
    const { end } = candidate.span;
    const after = this.document.text.slice(end, end + LONGEST_VERSION);
    if (!DIGIT.test(after) && !DIGIT.test(before.slice(-LONGEST_VERSION))) return undefined;
    const bare = bareEdition(before, after, this.mentions);
    return bare && ofEdition(bare);
  }

  private pieceBefore(before: string, isControl: boolean): ContextPiece | undefined {
    const framework = isControl ? frameworkRightBefore(before) : undefined;
    return framework === undefined ? this.reader.read('before', before) : ofFramework(before, framework);
  }

  /** Those that a place shares with its neighbors in the same column, row, list, section or mapping. */
  private piecesAround(place: Place, family: Family): readonly ContextPiece[] {
    const { lastShared } = this;
    if (lastShared?.family === family && isSharedBy(lastShared.place, place)) return lastShared.pieces;
    const pieces: ContextPiece[] = [];
    const add = (scope: ContextScope, text = ''): void => {
      const piece = this.reader.read(scope, text);
      if (piece) pieces.push(piece);
    };
    add('column', place.cell?.header);
    add('row', place.cell?.rowLabel.slice(0, LONGEST_LABEL));
    if (family === 'ccm') add('row', this.declarations.labelAt(place));
    for (const key of place.keys) add('key', key.name);
    add('list', place.leadIn?.slice(-LONGEST_BEFORE));
    for (const heading of place.headings) add('heading', heading.text);
    for (const declaration of this.declarations.textsFor(place, family)) add('front-matter', declaration);
    pieces.push(this.wholeDocument);
    this.lastShared = { place, family, pieces };
    return pieces;
  }

  /** Whether the document names CCM anywhere. */
  get namesFramework(): boolean {
    return this.mentions.ccm;
  }

  /** Whether what the document calls CCM is something else. */
  get isOtherCcm(): boolean {
    return this.mentions.isOtherCcm;
  }

  /** The one edition that the document names anywhere, where it names just one. */
  get onlyEdition(): string | undefined {
    return this.mentions.edition;
  }

  /** From the start of the cell, the paragraph or the line to the id; lines are joined as a reader joins them. */
  private textBefore({ candidate, token, place }: Spot): string {
    const { lines, text } = this.document;
    const end = Math.min(token.start, candidate.span.start);
    const floor = Math.min(end, place.cell?.start ?? lines.startOf(place.paragraph) + keyLength(place));
    const before = text.slice(Math.max(floor, end - LONGEST_BEFORE), end);
    return place.paragraph === place.line ? before : before.replace(/[ \t]*[\r\n]+[ \t>]*/g, ' ');
  }

  /** `(CCM 4.0)` or `of CCM 4.1` right after the id. */
  private textAfter({ candidate }: Spot): string {
    const { end } = candidate.span;
    if (!MAY_FOLLOW.includes(this.document.text[end] ?? '\n')) return '';
    const match = AFTER.exec(this.document.text.slice(end, end + LONGEST_AFTER));
    return match?.[1] ?? match?.[2] ?? '';
  }

  private startsItem({ token, place }: Spot): boolean {
    const { lines, text } = this.document;
    return /^\s*(?:[-*+]|\d{1,3}[.)])\s[\s*_`[(]*$/.test(text.slice(lines.startOf(place.line), token.start));
  }
}

interface Shared {
  readonly place: Place;
  readonly family: Family;
  readonly pieces: readonly ContextPiece[];
}

/** True where two places stand under the same headers, labels, keys, lead-in and headings. */
function isSharedBy(a: Place, b: Place): boolean {
  return (
    a.headings === b.headings &&
    a.cell?.header === b.cell?.header &&
    a.cell?.rowLabel === b.cell?.rowLabel &&
    a.leadIn === b.leadIn &&
    (a.keys === b.keys || haveSameKeys(a.keys, b.keys))
  );
}

function haveSameKeys(a: readonly Key[], b: readonly Key[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((key, index) => key.line === b[index]?.line && key.column === b[index]?.column);
}

/** A key that stands on the line is told apart from the text before the id. */
function keyLength({ keys: [key], line }: Place): number {
  return key?.line === line && key.name !== '' ? key.column + key.name.length + 1 : 0;
}
