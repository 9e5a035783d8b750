import type { PolicyDocument } from '../documents/document';
import { ADDRESS, EMPHASIS, textBeside } from '../documents/beside';
import { parentOf, type CanonicalId } from '../identifiers/grammar';
import type { AttackFacts, AttackTimeline } from '../knowledge/attack';
import type { AttackDomain } from '../knowledge/records';
import type { Reference } from '../recognition/reference';
import { editDistance } from '../text/editDistance';
import { pattern } from '../text/pattern';
import type { Span } from '../text/span';

/** A technique's name where it is beside an ID. */
export interface WrittenName {
  readonly span: Span;
  readonly text: string;
  /** As ATT&CK writes it, or wrote it. */
  readonly name: string;
}

/** `: `, ` - `, ` # `, ` | `, ` (`, `](https://…) - `; nothing for text that goes on in a sentence. */
const JOINT = /\s{0,8}[:#|(\u2013-][\s#:|"'`*_[\u2013-]{0,8}/;
const GAP = pattern('', '^', EMPHASIS, ADDRESS, EMPHASIS, JOINT);
const END = /[\r\n|)\]"`*<#;]|\s\(|\]\(|$/;

/** The words after an ID up to what ends a name: in a comment, in brackets, in the next cell. */
function writtenBeside(
  document: PolicyDocument,
  reference: Reference,
): Omit<WrittenName, 'name'> | undefined {
  const end = reference.parts?.at(-1)?.end ?? reference.span.end;
  const candidate = { span: { start: reference.span.start, end } };
  const rest = textBeside(document, { candidate, place: reference.place });
  const gap = GAP.exec(rest)?.[0].length ?? 0;
  if (gap === 0 || !document.text.startsWith(rest, end)) return undefined;
  const written = rest.slice(gap);
  const text = written.slice(0, END.exec(written)?.index ?? 0).trimEnd();
  const start = end + gap;
  return text.length < MIN_NAME ? undefined : { span: { start, end: start + text.length }, text };
}

const MIN_NAME = 3;

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
  const written = writtenBeside(document, reference);
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
  const written = writtenBeside(document, reference);
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
function own({ span, text }: Omit<WrittenName, 'name'>): Omit<WrittenName, 'name'> {
  const part = lastPart(text);
  return { text: part, span: { start: span.end - part.length, end: span.end } };
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
