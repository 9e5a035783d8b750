import type { PolicyDocument } from '../documents/document';
import { kindOf, type CanonicalId } from '../identifiers/grammar';
import { attackFolder } from '../knowledge/urls';
import type { Reference } from '../recognition/reference';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { spelledAs } from './spelling';

const MAX_ADDRESS = 120;
/** An address of MITRE's site up to the ID; in it the folder of the ID's kind. */
const BEFORE_ID = /attack\.mitre\.org\/(?:[\w.-]{1,40}\/){0,3}?([a-z]{1,20})\/$/i;
/** Addresses of the site's first years, which have no page for a new ID: `/wiki/Technique/`, `/beta/techniques/`. */
const FORMER = /attack\.mitre\.org\/((?:beta|wiki)\/[a-z]{1,20}\/)$/i;
const FOLDERS: ReadonlySet<string> = new Set([
  'techniques',
  'tactics',
  'mitigations',
  'groups',
  'software',
  'campaigns',
]);

/** The change from such an address to one that has a page for the ID; none for any other place. */
export function currentAddress(document: PolicyDocument, { start }: Span, id: CanonicalId): TextEdit[] {
  const before = document.text.slice(Math.max(0, start - MAX_ADDRESS), start);
  const former = FORMER.exec(before)?.[1];
  const folder = attackFolder(kindOf(id).kind);
  if (former === undefined || folder === undefined) return [];
  return [{ span: { start: start - former.length, end: start }, newText: `${folder}/` }];
}

/**
 * Makes the address of a link name another ID, in the folder of its kind on MITRE's site. Undefined where it can't:
 * an address of ATT&CK has no page for a control, nor has one of controls a page for a technique.
 */
export function addressFor(
  document: PolicyDocument,
  reference: Reference,
  id: CanonicalId,
): readonly TextEdit[] | undefined {
  const { kind, family } = kindOf(id);
  if (family !== reference.family || reference.isName || reference.parts) return undefined;
  const own = { span: reference.span, newText: spelledAs(document, reference, id) };
  const { start } = reference.span;
  const current = currentAddress(document, reference.span, id);
  if (current.length > 0) return [...current, own];
  const before = document.text.slice(Math.max(0, start - MAX_ADDRESS), start);
  const folder = BEFORE_ID.exec(before)?.[1];
  const wanted = attackFolder(kind);
  if (folder === undefined || folder.toLowerCase() === wanted) return [own];
  if (wanted === undefined || !FOLDERS.has(folder.toLowerCase())) return undefined;
  return [{ span: { start: start - folder.length - 1, end: start - 1 }, newText: wanted }, own];
}
