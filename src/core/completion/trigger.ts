import { FRAMEWORKS, NAMES_BEFORE_ID } from '../frameworks/registry';
import { domainCode, type IdentifierKind } from '../identifiers/grammar';
import { TECHNIQUE_KINDS, type By } from './wanted';

/** What the text before the cursor asks for by itself, wherever it stands. */
export interface Trigger {
  readonly typed: string;
  readonly kinds: readonly IdentifierKind[];
  readonly by: By;
  /** Written together with a prefix or an address: nothing but an id fits. */
  readonly isPart: boolean;
  /** The key of the framework whose name is right before. */
  readonly framework?: string | undefined;
}

const BEGUN = new RegExp(
  `(?:(TA\\d{1,4})|(T\\d{1,4}(?:[./]\\d{0,3})?)|(${FRAMEWORKS.flatMap(({ ids }) => ids.codes).join('|')})-\\d{0,2})$`,
  'i',
);
const ADDRESS = /attack\.mitre\.org\/(?:techniques|tactics)\/$/i;
/** Any other web address: `https://example.com/?q=IAM-1` */
const OTHER_ADDRESS = /\bhttps?:\/\/[^\s<>"'()[\]|]*$/i;
/** An id with the name of what it belongs to before it, such as `attack.t1059`, may be written small. */
const PREFIX = new RegExp(`(?:^|[^a-z])(?:attack[._]|${NAMES_BEFORE_ID}[-_:])$`, 'i');
/** `IAM-12/SEF-02` */
const AFTER_ID = /\d\/$/;
const TITLES = FRAMEWORKS.flatMap(({ spelling }) => spelling.titles).join('|');
const EDITION = String.raw`(?:\s+(?:v?\d(?:\.\d{1,2}){1,2}|Rev\.? ?\d))?`;
const WORDS = String.raw`(?:[\p{L}\p{N}][^\s.,;:!?|()[\]{}]*(?: (?=\S)| ?$)){0,5}`;
const NAMED = new RegExp(`(?<![\\p{L}\\p{N}])(${TITLES})${EDITION}[ \\t:]+(${WORDS})$`, 'u');

/**
 * The beginning of an id (`T1`, `TA00`, `IAM-`), or what comes after the name of a framework. `isExplicit` is true where the reader asked
 * for completions: then words of a control's title may be typed there, in any order.
 */
export function triggerIn(before: string, isExplicit: boolean): Trigger | undefined {
  return begunId(before) ?? tacticTag(before) ?? afterName(before, isExplicit);
}

function begunId(line: string): Trigger | undefined {
  const match = BEGUN.exec(line);
  const before = line.slice(0, match?.index);
  if (!match || !mayBegin(before, match[0])) return undefined;
  const kinds: readonly IdentifierKind[] = match[1] ? ['tactic'] : match[2] ? TECHNIQUE_KINDS : ['control'];
  return { typed: match[0], kinds, by: 'id', isPart: isPrefix(before) };
}

/** `attack.lat`, a tag with the name of a tactic that is begun. */
const TACTIC_TAG = /(?:^|[^\w.])attack\.([a-z_-]{0,40})$/i;

function tacticTag(before: string): Trigger | undefined {
  const typed = TACTIC_TAG.exec(before)?.[1];
  return typed === undefined ? undefined : { typed, kinds: ['tactic'], by: 'words', isPart: true };
}

function isPrefix(before: string): boolean {
  return PREFIX.test(before) || ADDRESS.test(before);
}

/** True where the text ends in the first digit of a technique or tactic: `T1`, `TA0`. */
export function beginsTechnique(before: string): boolean {
  return /TA?\d$/i.test(before) && begunId(before) !== undefined;
}

/** Not inside of a longer word: `PORT1`, `v1.T1`, `CTL-IAM-`. Capital letters, unless a prefix tells what it is. */
function mayBegin(before: string, typed: string): boolean {
  if (isPrefix(before)) return true;
  if (OTHER_ADDRESS.test(before)) return false;
  const isSeparator = typed.includes('/') && !AFTER_ID.test(before);
  if (typed !== typed.toUpperCase() || isSeparator) return false;
  return AFTER_ID.test(before) || !/[\p{L}\p{N}$@%\\./-]$/u.test(before.replace(/[_*~]{1,4}$/, ''));
}

function afterName(before: string, isExplicit: boolean): Trigger | undefined {
  const [, title = '', typed] = NAMED.exec(before) ?? [];
  if (typed === undefined || hasId(typed)) return undefined;
  const framework = FRAMEWORKS.find(({ spelling }) => spelling.titles.includes(title))?.key;
  return { typed, kinds: ['control'], by: isExplicit ? 'words' : 'beginning', isPart: false, framework };
}

/** An id is there already, and what follows is not part of it. */
export function hasId(typed: string): boolean {
  const code = /^([a-z&]{2,3})[-\u2010-\u2015]?\d{1,2}\s/i.exec(typed)?.[1];
  return /^TA?\d{4}(?:\.\d{1,3})?\s/i.test(typed) || (code !== undefined && domainCode(code) !== undefined);
}
