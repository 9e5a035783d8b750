import type { PolicyDocument } from '../documents/document';
import type { Key, Place } from '../documents/place';
import { ATTACK, type Family } from '../identifiers/grammar';
import { MAPPING_EDITION } from '../knowledge/framework';
import type { Span } from '../text/span';
import { readAfter } from './after';
import { readBefore, type BeforeReading } from './before';
import { editionBeside, type BareEdition } from './bareEditions';
import { Declarations } from './declarations';
import { DocumentNames } from './documentNames';
import { NOTHING, readLabel, type Reading, type Scope } from './reading';
import { ATTACK_PREFIX, type Token } from './token';

/** What of a candidate, or of a place where one may be written, its context depends on. */
export interface Spot {
  readonly span: Span;
  readonly family: Family;
  readonly token: Pick<Token, 'before' | 'start' | 'isAttackUrl' | 'isExplorerUrl'>;
  readonly place: Place;
}

/** A piece of text that says something of an id. */
export interface Piece {
  readonly scope: Scope;
  readonly text: string;
  readonly reading: Reading;
}

/** Everything near an id that says what it may be. */
export interface Surroundings {
  /** Nearest first. */
  readonly pieces: readonly Piece[];
  readonly before: BeforeReading;
  /** An edition whose number alone stands beside the id. */
  readonly bareEdition: BareEdition | undefined;
}

const MAX_BEFORE = 240;
const MAX_LABEL = 100;
/** More would be kept of a text that says something new before each id. */
const MAX_KEPT = 5000;

/** Where the ids of one document stand. It belongs to the recognition of that document, and reads each label once. */
export class DocumentContext {
  readonly names: DocumentNames;
  private readonly declarations: Declarations;
  private readonly labels = new Map<string, Reading>();
  private shared: Shared | undefined;

  constructor(readonly document: PolicyDocument) {
    this.names = new DocumentNames(document.text);
    this.declarations = new Declarations(document, this.names, (text) => this.label(text));
  }

  /** Reads a label of this document. */
  label(text: string): Reading {
    const known = this.labels.get(text);
    if (known) return known;
    if (this.labels.size >= MAX_KEPT) this.labels.clear();
    const read = this.withoutOtherName(readLabel(text));
    this.labels.set(text, read);
    return read;
  }

  surroundings(spot: Spot): Surroundings {
    const { token, place, family } = spot;
    const prefix = this.prefixOf(spot);
    if (token.isAttackUrl) return { pieces: prefix, before: NOTHING, bareEdition: undefined };
    const text = this.textBefore(spot);
    const before = readBefore(text);
    const pieces: Piece[] = [...prefix];
    const after = readAfter(this.document.text, spot.span.end);
    if (after) pieces.push({ scope: 'after', text: after.text, reading: after.reading });
    if (before !== NOTHING) pieces.push({ scope: 'before', text, reading: this.withoutOtherName(before) });
    pieces.push(...this.around(place, family));
    const bareEdition =
      family === ATTACK ? undefined : editionBeside(this.document.text, text, spot, this.names);
    return { pieces, before, bareEdition };
  }

  private prefixOf({ token, family }: Spot): Piece[] {
    if (token.before === '') return [];
    const read = this.label(token.before);
    if (token.isExplorerUrl) {
      const frameworks = read.frameworks.map((each) =>
        each.key === family ? { ...each, version: MAPPING_EDITION } : each,
      );
      return [{ scope: 'prefix', text: token.before, reading: { ...read, frameworks } }];
    }
    const isTag = family === ATTACK && ATTACK_PREFIX.test(token.before);
    if (!isTag && read === NOTHING) return [];
    const frameworks = isTag ? [{ key: ATTACK, isOurs: true, looksLike: [] }] : read.frameworks;
    return [{ scope: 'prefix', text: token.before, reading: { ...read, frameworks } }];
  }

  /** What a place shares with its neighbors in the same column, row, list, section or mapping. */
  private around(place: Place, family: Family): readonly Piece[] {
    const { shared } = this;
    if (shared?.family === family && isSharedBy(shared.place, place)) return shared.pieces;
    const pieces: Piece[] = [];
    const add = (scope: Scope, text = ''): void => {
      const reading = text === '' ? NOTHING : this.label(text);
      if (reading !== NOTHING) pieces.push({ scope, text, reading });
    };
    add('column', place.cell?.header);
    add('row', place.cell?.rowLabel.slice(0, MAX_LABEL));
    if (family !== ATTACK) add('row', this.declarations.labelAt(place));
    const declare = (texts: readonly string[]): void => {
      for (const text of texts) add('front-matter', text);
    };
    for (const key of place.keys) {
      declare(this.declarations.below(key, family));
      add('key', key.name);
    }
    add('list', place.leadIn?.slice(-MAX_BEFORE));
    for (const heading of place.headings) add('heading', heading.text);
    declare(this.declarations.ofDocument(family));
    const whole = this.names.of(family);
    if (whole.frameworks.length > 0) pieces.push({ scope: 'document', text: '', reading: whole });
    this.shared = { place, family, pieces };
    return pieces;
  }

  /** From the start of the cell, the paragraph or the line to the id; lines are joined as a reader joins them. */
  private textBefore({ span, token, place }: Spot): string {
    const { lines, text } = this.document;
    const end = Math.min(token.start, span.start);
    const floor = Math.min(end, place.cell?.start ?? lines.startOf(place.paragraph) + keyLength(place));
    const before = text.slice(Math.max(floor, end - MAX_BEFORE), end);
    return place.paragraph === place.line ? before : before.replace(/[ \t]*[\r\n]+[ \t>]*/g, ' ');
  }

  /** What the document calls by the framework's short name is something else. */
  private withoutOtherName(reading: Reading): Reading {
    const { frameworks } = reading;
    if (frameworks.length === 0 || !frameworks.some(({ key }) => this.isOtherName(key))) return reading;
    return { ...reading, frameworks: frameworks.filter(({ key }) => !this.isOtherName(key)) };
  }

  private isOtherName(key: Family): boolean {
    return this.names.hasOtherName(key);
  }
}

interface Shared {
  readonly place: Place;
  readonly family: Family;
  readonly pieces: readonly Piece[];
}

/** True if two places stand under the same headers, labels, keys, lead-in and headings. */
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
