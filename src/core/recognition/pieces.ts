import type { BareEdition } from './bareEditions';
import { MAPPING_EDITION } from '../knowledge/framework';
import {
  lastFramework,
  mayMention,
  mentionsAfter,
  mentionsBefore,
  mentionsInHeading,
  mentionsIn,
  mentionsInLeadIn,
  NOTHING,
  type Mentions,
} from './mentions';
import { ATTACK_PREFIX } from './token';
import type { ContextScope } from './weights';

/** A piece of text that governs an id, with what it mentions. */
export interface ContextPiece {
  readonly scope: ContextScope;
  readonly text: string;
  readonly mentions: Mentions;
}

/** More would be kept of a text that says something new before each id. */
const MOST_KEPT = 5000;

/** Reads pieces of one document. Headings, headers, keys and addresses come again and again: each is read once. */
export class PieceReader {
  private readonly known = new Map<ContextScope, Map<string, ContextPiece | undefined>>();

  /** `isOtherCcm`: whether the document calls something else CCM. */
  constructor(private readonly isOtherCcm: () => boolean) {}

  /** Undefined where the text mentions nothing. */
  read(scope: ContextScope, text: string): ContextPiece | undefined {
    if (text === '') return undefined;
    const known = this.knownOf(scope);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before;
    const read = readPiece(scope, text);
    const piece = read?.mentions.ccm && this.isOtherCcm() ? withoutCcm(read) : read;
    if (known.size === MOST_KEPT) known.clear();
    known.set(text, piece);
    return piece;
  }

  private knownOf(scope: ContextScope): Map<string, ContextPiece | undefined> {
    const known = this.known.get(scope) ?? new Map<string, ContextPiece | undefined>();
    this.known.set(scope, known);
    return known;
  }
}

function withoutCcm({ scope, text, mentions }: ContextPiece): ContextPiece {
  return { scope, text, mentions: { ...mentions, ccm: false, edition: undefined } };
}

function readPiece(scope: ContextScope, text: string): ContextPiece | undefined {
  switch (scope) {
    case 'prefix':
      return saying(scope, text, mentionsInPrefix(text));
    case 'after':
      return saying(scope, text, mentionsAfter(text));
    case 'before':
      return readBefore(text);
    case 'heading':
      return saying(scope, text, mentionsInHeading(text));
    case 'list':
      return saying(scope, text, mentionsInLeadIn(text));
    default:
      return saying(scope, text, mentionsIn(text));
  }
}

/** `IAM-14 (CCM 4.0)`: that edition is of this id alone. */
const ASIDE = /^((?:ccm|caiq|cloud controls? matrix) ?)v?[34]\.\d(?:\.\d{1,2})?(?=[)\]])/i;
const LONGEST_ASIDE = 24;
const BEFORE_ASIDE = /[A-Z&]{3}-\d{2}[*_`]{0,3} ?[([](?:csa )?$/i;

/** What comes after the last framework that is named is governed by it. */
function readBefore(text: string): ContextPiece | undefined {
  if (!mayMention(text)) return undefined;
  const start = lastFramework(text);
  const isAside = BEFORE_ASIDE.test(text.slice(Math.max(0, start - LONGEST_ASIDE), start));
  const governed = isAside ? text.slice(start).replace(ASIDE, '$1') : text.slice(start);
  return saying('before', governed, mentionsBefore(governed));
}

/** In a tag such as `attack.g0016` the word alone is enough. */
function mentionsInPrefix(before: string): Mentions {
  const mentions = mentionsIn(before);
  return ATTACK_PREFIX.test(before) ? { ...mentions, attack: true } : mentions;
}

function saying(scope: ContextScope, text: string, mentions: Mentions): ContextPiece | undefined {
  return mentions === NOTHING ? undefined : { scope, text, mentions };
}

/** The Mappings Explorer numbers its pages as the mapping file does, whatever version their address names. */
export function asMappingFile(address: string): ContextPiece {
  return { scope: 'prefix', text: address, mentions: { ...mentionsIn(address), edition: MAPPING_EDITION } };
}

/** Prose below "Mitigating controls" speaks of many things. */
export function asProse(piece: ContextPiece): ContextPiece {
  if (piece.scope !== 'heading' || !piece.mentions.listsControls) return piece;
  return { ...piece, mentions: { ...piece.mentions, listsControls: false } };
}

/** The number of an edition beside an id says nothing else. */
export function ofEdition({ edition, scope }: BareEdition): ContextPiece {
  return { scope, text: edition, mentions: { ...NOTHING, edition } };
}

/** A framework that is named right before an id has it, whatever shape its ids have elsewhere. */
export function ofFramework(before: string, rival: string): ContextPiece {
  return { scope: 'before', text: before, mentions: { ...NOTHING, rival } };
}
