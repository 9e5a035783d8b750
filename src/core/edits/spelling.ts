import type { PolicyDocument } from '../documents/document';
import type { CanonicalId } from '../identifiers/grammar';
import type { Reference } from '../recognition/reference';

const ATTACK_ADDRESS = /attack\.mitre\.org\/[\w./-]{0,80}\/$/i;
const MAX_ADDRESS = 120;
const TECHNIQUE = /^T\d{4}(?:([./_-]|%2[ef])\d{1,3})?$/i;
const CONTROL = /^(.+?)([-_\u2010-\u2015])\d{1,2}(\.\d{1,2}|-M\d{1,2})?$/i;

type Written = Pick<Reference, 'text' | 'span' | 'family' | 'malformed'>;

/**
 * An id as the document writes the one that it takes the place of: `t1086` gives `t1059.001`, in the address of a page
 * `T1086` gives `T1059/001`, `IAM_14.2` gives `IAM_13.2`. A slip of the old one is not taken over.
 */
export function spelledAs(document: PolicyDocument, reference: Written, id: CanonicalId): string {
  const cased = reference.text === reference.text.toLowerCase() ? id.toLowerCase() : id;
  return reference.family === 'attack'
    ? cased.replace('.', separatorOf(document, reference))
    : controlAs(document, reference, cased);
}

function separatorOf(document: PolicyDocument, { text, span, malformed }: Written): string {
  const before = document.text.slice(Math.max(0, span.start - MAX_ADDRESS), span.start);
  if (ATTACK_ADDRESS.test(before)) return '/';
  const own = TECHNIQUE.exec(text)?.[1];
  return own === undefined || (malformed && own === '-') ? '.' : own;
}

function controlAs({ languageId }: PolicyDocument, { text }: Written, id: string): string {
  const [, code = '', dash = '-', tail = ''] = CONTROL.exec(text) ?? [];
  const at = id.lastIndexOf('-');
  const isEscaped = languageId === 'html' || code.includes('&amp;');
  const newCode = id.slice(0, at);
  return `${isEscaped ? newCode.replace('&', '&amp;') : newCode}${dash}${id.slice(at + 1)}${tail}`;
}
