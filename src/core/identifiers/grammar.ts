import { FRAMEWORKS, frameworkOfCode } from '../frameworks/registry';
import { pattern } from '../text/pattern';

/**
 * The identifier grammar: one row a kind. Past `parseIdentifier` only canonical ids exist.
 * Sources: MITRE ATT&CK's design paper for the prefixes; the descriptors of the frameworks for controls.
 */

declare const canonical: unique symbol;
/** An id in its canonical form: `T1021.007`, `TA0008`, `A&A-01`. */
export type CanonicalId = string & { readonly [canonical]: true };

/** The knowledge that an id belongs to: `attack`, or the key of a framework of controls (`ccm`). */
export type Family = string;

/** The axis that every framework is mapped to. */
export const ATTACK: Family = 'attack';

export type IdentifierKind =
  | 'technique'
  | 'sub-technique'
  | 'tactic'
  | 'mitigation'
  | 'group'
  | 'software'
  | 'campaign'
  | 'data-source'
  | 'data-component'
  | 'detection-strategy'
  | 'control';

export interface KindRow {
  readonly kind: IdentifierKind;
  readonly family: Family;
  readonly example: string;
  /** Singular, as a reader is told it. */
  readonly label: string;
}

export const KINDS: readonly KindRow[] = [
  { kind: 'technique', family: ATTACK, example: 'T1021', label: 'technique' },
  { kind: 'sub-technique', family: ATTACK, example: 'T1021.007', label: 'sub-technique' },
  { kind: 'tactic', family: ATTACK, example: 'TA0008', label: 'tactic' },
  { kind: 'mitigation', family: ATTACK, example: 'M1018', label: 'mitigation' },
  { kind: 'group', family: ATTACK, example: 'G0016', label: 'group' },
  { kind: 'software', family: ATTACK, example: 'S0154', label: 'software' },
  { kind: 'campaign', family: ATTACK, example: 'C0024', label: 'campaign' },
  { kind: 'data-source', family: ATTACK, example: 'DS0009', label: 'data source' },
  { kind: 'data-component', family: ATTACK, example: 'DC0032', label: 'data component' },
  { kind: 'detection-strategy', family: ATTACK, example: 'DET0039', label: 'detection strategy' },
  ...FRAMEWORKS.map(({ key, ids }): KindRow => ({
    kind: 'control',
    family: key,
    example: ids.example,
    label: 'control',
  })),
];

const ATTACK_ROWS: ReadonlyMap<IdentifierKind, KindRow> = new Map(
  KINDS.filter(({ family }) => family === ATTACK).map((row) => [row.kind, row]),
);
const CONTROL_ROWS: ReadonlyMap<Family, KindRow> = new Map(
  KINDS.filter(({ kind }) => kind === 'control').map((row) => [row.family, row]),
);

const KINDS_BY_PREFIX: ReadonlyMap<string, IdentifierKind> = new Map<string, IdentifierKind>([
  ['M', 'mitigation'],
  ['G', 'group'],
  ['S', 'software'],
  ['C', 'campaign'],
  ['DS', 'data-source'],
  ['DC', 'data-component'],
  ['DET', 'detection-strategy'],
]);

/** Kinds of objects that describe detections: cited for reading, and no technique's. */
export const DETECTION_KINDS: ReadonlySet<IdentifierKind> = new Set<IdentifierKind>([
  'data-source',
  'data-component',
  'detection-strategy',
]);

/** A canonical id needs no more than a look at its parts. */
export function kindOf(id: CanonicalId): KindRow {
  const kind = kindNameOf(id);
  const family = kind === 'control' ? frameworkOfCode(domainOf(id))?.key : undefined;
  const row = family === undefined ? kind && ATTACK_ROWS.get(kind) : CONTROL_ROWS.get(family);
  if (!row) throw new Error(`Not a canonical id: ${id}`);
  return row;
}

const DIGITS = 4;

function kindNameOf(id: CanonicalId): IdentifierKind | undefined {
  if (id.includes('-')) return 'control';
  const letter = id[0] ?? '';
  if (letter !== 'T') return KINDS_BY_PREFIX.get(letter) ?? KINDS_BY_PREFIX.get(id.slice(0, -DIGITS));
  if (id[1] === 'A') return 'tactic';
  return id.includes('.') ? 'sub-technique' : 'technique';
}

/** Marks an id as canonical that is so already: out of our own data files, or put together here. */
export function canonicalId(id: string): CanonicalId {
  return id as CanonicalId;
}

/** The technique that a sub-technique belongs to; anything else is its own parent. `T1021.007` gives `T1021`. */
export function parentOf(id: CanonicalId): CanonicalId {
  const dot = id.indexOf('.');
  return dot < 0 ? id : canonicalId(id.slice(0, dot));
}

/** `A&amp;A`, `a%26a`, `A_A` and `a&a` give `A&A`; a code that is no control domain gives undefined. */
export function domainCode(written: string): string | undefined {
  const code = written.toUpperCase().replace(/&AMP;|&#38;|&#X26;|\\&|%26|_/, '&');
  return frameworkOfCode(code) && code;
}

/** The domain of a control id: `IAM-14` gives `IAM`. */
export function domainOf(control: CanonicalId): string {
  return control.slice(0, control.lastIndexOf('-'));
}

/** The number of a control, without its enhancement: `IAM-14` gives 14, `AC-2(1)` gives 2. */
export function numberOf(control: CanonicalId): number {
  return Number.parseInt(control.slice(control.lastIndexOf('-') + 1), 10);
}

/** The control that an enhancement belongs to; anything else is its own. `AC-2(1)` gives `AC-2`. */
export function baseControlOf(id: CanonicalId): CanonicalId {
  const bracket = id.indexOf('(');
  return bracket < 0 ? id : canonicalId(id.slice(0, bracket));
}

/** `code` is canonical. An enhancement is a number too: `AC`, 2, 1 gives `AC-2(1)`. */
export function controlId(code: string, number: number, enhancement?: number): CanonicalId {
  const width = frameworkOfCode(code)?.ids.width ?? 2;
  const base = `${code}-${String(number).padStart(width, '0')}`;
  return canonicalId(enhancement === undefined ? base : `${base}(${enhancement})`);
}

/** Reads an id that stands alone, in any spelling the scanner knows; undefined where it is none. */
export function parseIdentifier(written: string): CanonicalId | undefined {
  const text = written.trim();
  const attack = /^(TA?|[MGSC]|D[SC]|DET)(\d{4})(?:(?:[./_-]|%2[ef])(\d{1,3}))?\/?$/i.exec(text);
  if (attack?.[1] && attack[2]) return attackId(attack[1].toUpperCase(), attack[2], attack[3]);
  const [, prefix = '', letters, number, rest = ''] = CONTROL.exec(text) ?? [];
  const code = letters && domainCode(letters);
  if (!code || number === undefined || (prefix !== '' && !PREFIX.test(prefix))) return undefined;
  const { ids } = frameworkOfCode(code) ?? {};
  const [, enhancement] = ENHANCEMENT.exec(rest) ?? [];
  if (ids?.hasEnhancements && enhancement !== undefined)
    return controlId(code, Number(number), Number(enhancement));
  const isWhole = rest === '' || (ids?.hasQuestions && QUESTION.test(rest));
  return isWhole ? controlId(code, Number(number)) : undefined;
}

/** `IAM`, `A&A`, `I&amp;S` */
const CODE = /([a-z]{2,3}|[ai](?:&amp;|&|%26|_)[as])/;
const CONTROL = pattern('i', /^(.{0,20}?)/, CODE, /[-_\u2010-\u2015](\d{1,2})(\D.{0,6})?$/);
const PREFIX = /^(?:csa[-_ ]?)?(?:ccm[-_ :]?)?$/i;
const ENHANCEMENT = /^ ?[(.](\d{1,2})\)?$/;
const QUESTION = /^(?:\.\d{1,2}|-M\d{1,2})$/i;

/** `sub` may be missing or too short: `T`, `1562`, `1` gives `T1562.001`. Only techniques have one. */
export function attackId(prefix: string, digits: string, sub?: string): CanonicalId | undefined {
  if (sub === undefined) return canonicalId(`${prefix}${digits}`);
  return prefix === 'T' ? canonicalId(`T${digits}.${sub.padStart(3, '0')}`) : undefined;
}
