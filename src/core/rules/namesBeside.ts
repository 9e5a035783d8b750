import type { PolicyDocument } from '../documents/document';
import { beside, type Written } from '../documents/beside';
import { parentOf, type CanonicalId } from '../identifiers/grammar';
import type { AttackFacts, AttackTimeline } from '../knowledge/attack';
import type { AttackDomain } from '../knowledge/records';
import type { Reference } from '../recognition/reference';
import { editDistance } from '../text/editDistance';

/** A technique's name where it is beside an ID. */
export interface WrittenName extends Written {
  /** As ATT&CK writes it, or wrote it. */
  readonly name: string;
}

/** The title that the document plainly pairs with an id that is written whole, and alone. */
export function pairedTitle(document: PolicyDocument, reference: Reference): Written | undefined {
  const { range, implied, tail } = reference;
  return range || implied || tail !== undefined ? undefined : beside(document, reference).pair;
}

/** A name that the technique had in an earlier release, and hasn't now. */
export function earlierNameBeside(
  document: PolicyDocument,
  reference: Reference,
  attack: AttackTimeline,
): WrittenName | undefined {
  const { id } = reference;
  const current = attack.name(id);
  const earlier = attack.namesEver(id).filter((name) => name !== current);
  if (earlier.length === 0) return undefined;
  const written = beside(document, reference).name;
  const name = written && earlier.find((each) => lettersOf(each) === lettersOf(lastPart(written.text)));
  return name === undefined || !written ? undefined : { ...own(written), name };
}

/**
 * The name of another technique: `T1021.005 # Remote Services: SSH`, with the techniques that it is the name of. They are of the
 * ID's domain, or of the one that the document is about.
 */
export function otherNameBeside(
  document: PolicyDocument,
  reference: Reference,
  attack: AttackTimeline,
  domain?: AttackDomain,
): (WrittenName & { readonly ids: readonly CanonicalId[] }) | undefined {
  const written = beside(document, reference).name;
  const ids = written ? attack.techniquesNamed(written.text) : [];
  if (!written || ids.length === 0 || ids.some((id) => isKin(id, reference.id))) return undefined;
  const isOf = (id: CanonicalId): boolean =>
    domain !== undefined && attack.at(id)?.domains.includes(domain) === true;
  if (!ids.some((id) => isOf(id) || shareDomain(id, reference.id, attack))) return undefined;
  const isOwn = attack
    .namesEver(reference.id)
    .some((name) => [written.text, lastPart(written.text)].some((each) => isSlipOf(each, name)));
  return isOwn ? undefined : { ...written, name: written.text, ids };
}

/** The same for an ID that was replaced: the name may be its successor's. */
export function otherNameThanSuccessors(
  document: PolicyDocument,
  reference: Reference,
  { successors }: AttackFacts,
  attack: AttackTimeline,
  domain: AttackDomain,
): ReturnType<typeof otherNameBeside> {
  const found = otherNameBeside(document, reference, attack, domain);
  return found?.ids.some((id) => successors.some((each) => isKin(id, each))) ? undefined : found;
}

/** `Cloud Account` for Cloud Accounts. */
function isSlipOf(written: string, name: string): boolean {
  return editDistance(lettersOf(written), lettersOf(name), MAX_SLIPS) <= MAX_SLIPS;
}

const MAX_SLIPS = 2;

/** What is an earlier name in one domain may be a name of today in another. */
function shareDomain(a: CanonicalId, b: CanonicalId, attack: AttackTimeline): boolean {
  const domains = new Set(attack.at(a)?.domains);
  return attack.at(b)?.domains.some((domain) => domains.has(domain)) ?? false;
}

/** A parent and its child, or the same: their names stand for each other. */
function isKin(a: CanonicalId, b: CanonicalId): boolean {
  return a === b || a === parentOf(b) || b === parentOf(a);
}

/** `Remote Services: SSH` gives `SSH`. */
function lastPart(text: string): string {
  return /[^:]*$/.exec(text)?.[0].trim() ?? text;
}

/** The span of the last part alone: the parent's name stays. */
function own({ span, text }: Written): Written {
  const part = lastPart(text);
  return { text: part, span: { start: span.end - part.length, end: span.end } };
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
