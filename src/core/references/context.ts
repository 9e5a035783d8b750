import type { PolicyDocument } from '../documents/document';
import type { KeyValue, Place } from '../documents/place';
import { MAPPING_EDITION } from '../knowledge/framework';
import { DocumentMentions } from './documentMentions';
import {
  editionsNamed,
  lastFramework,
  mentionsIn,
  mentionsBefore,
  type Mentions,
} from './mentions';
import type { Sighting } from './sightings';
import { ATTACK_PREFIX } from './token';
import type { ContextScope } from './weights';

/** A piece of text that governs an id, with what it mentions. */
export interface ContextPiece {
  readonly scope: ContextScope;
  readonly text: string;
  readonly mentions: Mentions;
}

/** What of a sighting its context depends on. */
export interface Spot {
  readonly candidate: Pick<Sighting['candidate'], 'span'>;
  readonly token: Pick<Sighting['token'], 'before' | 'start' | 'isExplorerUrl'>;
  readonly place: Place;
}

/** The word of a comment that declares an edition. */
const EDITION_COMMENT = 'control-lens-edition';
const LONGEST_BEFORE = 240;
const LONGEST_LABEL = 100;
const LONGEST_AFTER = 80;
/** The characters that a bracket or `of CCM` after an id begins with. */
const MAY_FOLLOW = ' \t([*_`"\'';
const AFTER =
  /^[*_`"']{0,3}[ \t]{0,2}(?:[([]([^()[\]\r\n]*)[)\]]|(?:of|in|from|under)[ \t]+((?:the[ \t]+)?(?:csa[ \t]+)?(?:ccm|aicm|cloud controls matrix)[^,;|()\r\n]{0,20}))/i;
const DECLARING_KEY = /ccm|caiq|framework|standard|questionnaire|catalogu?e/i;
const VERSION_KEY = /version|edition|release/i;
/** In a large file only keys of these names are read. */
const READ_KEYS = new RegExp(`${DECLARING_KEY.source}|${VERSION_KEY.source}|^(?:name|title|id|source)$`, 'i');
const LARGE = 200_000;
const LONGEST_VALUE = 200;

/** What a whole document says of itself; computed once for each document. */
export class DocumentContext {
  private lazyDeclarations: readonly Declaration[] | undefined;
  private lazyComments: readonly string[] | undefined;
  private readonly known = new Map<string, Mentions>();
  private lastPlace: Place | undefined;
  private lastAround: readonly ContextPiece[] = [];

  /** What the whole text mentions, without regard to where. */
  readonly mentions: DocumentMentions;

  constructor(readonly document: PolicyDocument) {
    this.mentions = new DocumentMentions(document.text);
  }

  /** Everything near an id, or near a place for one, that may say what it is, nearest first. */
  piecesFor(spot: Spot): ContextPiece[] {
    const { token, place } = spot;
    const pieces: ContextPiece[] = [];
    if (token.isExplorerUrl) pieces.push(asMappingFile(token.before));
    if (token.before !== '') pieces.push(piece('prefix', token.before, mentionsInPrefix(token.before)));
    const after = this.textAfter(spot);
    if (after !== '') pieces.push(piece('after', after, mentionsIn(after)));
    const before = this.textBefore(spot);
    if (before !== '') pieces.push(piece('before', before, mentionsBefore(before)));
    const around = this.piecesAround(place);
    const mayBeProse =
      !place.cell && around.some(({ scope, mentions }) => scope === 'heading' && mentions.listsControls);
    return mayBeProse && !this.startsItem(spot) ? [...pieces, ...around.map(asProse)] : pieces.concat(around);
  }

  /** Those that a place shares with its neighbors in the same column, row, list, section or mapping. */
  private piecesAround(place: Place): readonly ContextPiece[] {
    const { lastPlace } = this;
    if (lastPlace && isSharedBy(lastPlace, place)) return this.lastAround;
    const pieces: ContextPiece[] = [];
    const add = (scope: ContextScope, text: string | undefined): void => {
      if (text) pieces.push(piece(scope, text, this.read(text)));
    };
    add('column', place.cell?.header);
    add('row', place.cell?.rowLabel.slice(0, LONGEST_LABEL));
    for (const key of place.keys) add('key', key.name);
    add('list', place.leadIn?.slice(-LONGEST_BEFORE));
    for (const heading of place.headings) add('heading', heading.text);
    for (const declaration of this.declarationsFor(place)) add('front-matter', declaration);
    pieces.push(piece('document', '', this.mentions));
    this.lastPlace = place;
    this.lastAround = pieces;
    return pieces;
  }

  /** Headings, headers and keys come again and again. */
  private read(text: string): Mentions {
    const known = this.known.get(text) ?? mentionsIn(text);
    this.known.set(text, known);
    return known;
  }

  /** The one edition that the document names anywhere, where it names just one. */
  get onlyEdition(): string | undefined {
    return this.mentions.edition;
  }

  /** From the start of the cell, the line or the sentence to the id, from the last framework named on. */
  private textBefore({ candidate, token, place }: Spot): string {
    const { lines, text } = this.document;
    const end = Math.min(token.start, candidate.span.start);
    const floor = Math.min(end, place.cell?.start ?? lines.startOf(place.line) + keyLength(place));
    const before = text.slice(Math.max(floor, end - LONGEST_BEFORE), end);
    if (before.length < 3) return before;
    return before.slice(lastFramework(before));
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

  /** The front matter of Markdown holds for all of it; in YAML a key holds for its mapping. */
  private declarationsFor(place: Place): string[] {
    const isFrontMatter = this.document.kind === 'markdown';
    const inKeys = this.declarations
      .filter(({ value }) => isFrontMatter || value.parent === undefined || holds(place, value))
      .map(({ text }) => text);
    return [...this.commentDeclarations, ...inKeys];
  }

  /** `control-lens-edition CCM 4.1` in a comment holds for the whole document. */
  private get commentDeclarations(): readonly string[] {
    this.lazyComments ??= this.document.text.includes(EDITION_COMMENT)
      ? this.document.structure
          .commentsWith(EDITION_COMMENT)
          .map(({ text }) => text.replace(EDITION_COMMENT, ''))
      : [];
    return this.lazyComments;
  }

  /** Keys that declare the framework's edition, innermost last. */
  private get declarations(): readonly Declaration[] {
    const { structure, text } = this.document;
    this.lazyDeclarations ??=
      text.length < LARGE || this.mentions.ccm
        ? readDeclarations(structure.valuesOf(text.length < LARGE ? /./ : READ_KEYS))
        : [];
    return this.lazyDeclarations;
  }
}

/** Prose below "Mitigating controls" speaks of many things. */
function asProse(each: ContextPiece): ContextPiece {
  if (each.scope !== 'heading' || !each.mentions.listsControls) return each;
  return { ...each, mentions: { ...each.mentions, listsControls: false } };
}

function piece(scope: ContextScope, text: string, mentions: Mentions): ContextPiece {
  return { scope, text, mentions };
}

/** True where two places stand under the same headers, labels, keys, lead-in and headings. */
function isSharedBy(a: Place, b: Place): boolean {
  return (
    a.headings === b.headings &&
    a.cell?.header === b.cell?.header &&
    a.cell?.rowLabel === b.cell?.rowLabel &&
    a.leadIn === b.leadIn &&
    a.keys.length === b.keys.length &&
    a.keys.every((key, index) => key.line === b.keys[index]?.line && key.column === b.keys[index]?.column)
  );
}

/** A key that stands on the line is told apart from the text before the id. */
function keyLength({ keys: [key], line }: Place): number {
  return key?.line === line && key.name !== '' ? key.column + key.name.length + 1 : 0;
}

/** In a tag such as `attack.g0016` the word alone is enough. */
function mentionsInPrefix(before: string): Mentions {
  const mentions = mentionsIn(before);
  return ATTACK_PREFIX.test(before) ? { ...mentions, attack: true } : mentions;
}

/** The Mappings Explorer numbers its pages as the mapping file does, whatever version their address names. */
function asMappingFile(address: string): ContextPiece {
  return { scope: 'prefix', text: address, mentions: { ...mentionsIn(address), edition: MAPPING_EDITION } };
}

interface Declaration {
  readonly value: KeyValue;
  readonly text: string;
}

function holds(place: Place, value: KeyValue): boolean {
  const { parent } = value;
  return (
    parent !== undefined && place.keys.some((key) => key.line === parent.line && key.column === parent.column)
  );
}

/**
 * `ccm_version: 4.0.5`, `framework: CSA CCM v4.1`, and a version beside or below something that names the framework:
 * `questionnaire: CAIQ` and `version: 4.0.3`, or `ccm: {version: 4.1}`.
 */
function readDeclarations(values: readonly KeyValue[]): Declaration[] {
  const names = new Map<string, string>();
  for (const each of values) {
    const text = `${each.key.name} ${each.value}`;
    if (mentionsIn(text).ccm) names.set(each.mapping, text);
  }
  return values.flatMap((value) => declarationOf(value, names.get(value.mapping) ?? '') ?? []);
}

function declarationOf(value: KeyValue, sibling: string): Declaration | undefined {
  if (value.value === '' || value.value.length > LONGEST_VALUE) return undefined;
  const text = `${value.key.name} ${value.value}`;
  const isVersion = VERSION_KEY.test(value.key.name);
  const readings = isVersion ? [text, `${value.parent?.name ?? ''} ${text}`, `${sibling} ${text}`] : [text];
  const declaring =
    readings.find((each) => editionsNamed(each).length > 0) ??
    (DECLARING_KEY.test(value.key.name)
      ? readings.find((each) => mentionsIn(each).ccm || mentionsIn(each).rival !== undefined)
      : undefined);
  return declaring === undefined ? undefined : { value, text: declaring.trim() };
}
