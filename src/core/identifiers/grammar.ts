/**
 * The identifier grammar: one row a kind. Past `parseIdentifier` only canonical ids exist.
 * Sources: MITRE ATT&CK's design paper for the prefixes, CSA CCM 3.0.1 to 4.1 and AICM 1.1 for the domain codes.
 */

declare const canonical: unique symbol;
/** An id in its canonical form: `T1021.007`, `TA0008`, `A&A-01`. */
export type CanonicalId = string & { readonly [canonical]: true };

/** The knowledge that an id belongs to: `attack`, or the key of a framework of controls (`ccm`). */
export type Family = 'attack' | 'ccm';

export type IdentifierKind =
  'technique' | 'sub-technique' | 'tactic' | 'mitigation' | 'group' | 'software' | 'campaign' | 'control';

export interface KindRow {
  readonly kind: IdentifierKind;
  readonly family: Family;
  readonly example: string;
  /** Singular, as a reader is told it. */
  readonly label: string;
}

/** Codes of control domains that only CCM 3.0.1 has. */
export const LEGACY_DOMAIN_CODES: readonly string[] = ['AAC', 'DSI', 'EKM', 'GRM', 'MOS'];

/** Codes of the domains of CCM 3.0.1. */
export const EARLIER_DOMAIN_CODES: readonly string[] = [
  ...['AIS', 'BCR', 'CCC', 'DCS', 'HRS', 'IAM', 'IPY', 'IVS', 'SEF', 'STA', 'TVM'],
  ...LEGACY_DOMAIN_CODES,
];

/** Codes of the control domains, over all editions and the sister framework AICM (MDS). */
export const DOMAIN_CODES: readonly string[] = [
  ...['A&A', 'AIS', 'BCR', 'CCC', 'CEK', 'DCS', 'DSP', 'GRC', 'HRS', 'I&S', 'IAM', 'IPY', 'IVS', 'LOG'],
  ...['MDS', 'SEF', 'STA', 'TVM', 'UEM'],
  ...LEGACY_DOMAIN_CODES,
];

export const KINDS: readonly KindRow[] = [
  { kind: 'technique', family: 'attack', example: 'T1021', label: 'technique' },
  { kind: 'sub-technique', family: 'attack', example: 'T1021.007', label: 'sub-technique' },
  { kind: 'tactic', family: 'attack', example: 'TA0008', label: 'tactic' },
  { kind: 'mitigation', family: 'attack', example: 'M1018', label: 'mitigation' },
  { kind: 'group', family: 'attack', example: 'G0016', label: 'group' },
  { kind: 'software', family: 'attack', example: 'S0154', label: 'software' },
  { kind: 'campaign', family: 'attack', example: 'C0024', label: 'campaign' },
  { kind: 'control', family: 'ccm', example: 'IAM-14', label: 'control' },
];

const ROWS: ReadonlyMap<IdentifierKind, KindRow> = new Map(KINDS.map((row) => [row.kind, row]));

const KINDS_BY_LETTER: ReadonlyMap<string, IdentifierKind> = new Map([
  ['M', 'mitigation'],
  ['G', 'group'],
  ['S', 'software'],
  ['C', 'campaign'],
]);

const KNOWN_CODES: ReadonlySet<string> = new Set(DOMAIN_CODES);

/** A canonical id needs no more than a look at its parts. */
export function kindOf(id: CanonicalId): KindRow {
  const kind = kindNameOf(id);
  const row = kind && ROWS.get(kind);
  if (!row) throw new Error(`Not a canonical id: ${id}`);
  return row;
}

function kindNameOf(id: CanonicalId): IdentifierKind | undefined {
  if (id.includes('-')) return 'control';
  const letter = id[0] ?? '';
  if (letter !== 'T') return KINDS_BY_LETTER.get(letter);
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
  return KNOWN_CODES.has(code) ? code : undefined;
}

/** The domain of a control id: `IAM-14` gives `IAM`. */
export function domainOf(control: CanonicalId): string {
  return control.slice(0, control.lastIndexOf('-'));
}

export function controlId(code: string, number: number): CanonicalId {
  return canonicalId(`${code}-${String(number).padStart(2, '0')}`);
}

/** Reads an id that stands alone, in any spelling the scanner knows; undefined where it is none. */
export function parseIdentifier(written: string): CanonicalId | undefined {
  const text = written.trim();
  const attack = /^(TA?|[MGSC])(\d{4})(?:(?:[./_-]|%2[ef])(\d{1,3}))?\/?$/i.exec(text);
  if (attack?.[1] && attack[2]) return attackId(attack[1].toUpperCase(), attack[2], attack[3]);
  const control =
    /^(?:csa[-_ ]?)?(?:ccm[-_ :]?)?([a-z]{3}|[ai](?:&amp;|&|%26|_)[as])[-_\u2010-\u2015](\d{1,2})(?:\.\d{1,2}|-M\d{1,2})?$/i.exec(
      text,
    );
  const code = control?.[1] && domainCode(control[1]);
  return code && control?.[2] ? controlId(code, Number(control[2])) : undefined;
}

/** `sub` may be missing or too short: `T`, `1562`, `1` gives `T1562.001`. Only techniques have one. */
export function attackId(prefix: string, digits: string, sub?: string): CanonicalId | undefined {
  if (sub === undefined) return canonicalId(`${prefix}${digits}`);
  return prefix === 'T' ? canonicalId(`T${digits}.${sub.padStart(3, '0')}`) : undefined;
}
