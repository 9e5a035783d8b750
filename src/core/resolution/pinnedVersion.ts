import type { PolicyDocument } from '../documents/document';
import type { Reference } from '../recognition/reference';

const PINNED = /attack\.mitre\.org\/versions\/v([\d.-]+)\//i;
const MAX_LINK = 400;

/** The ATT&CK version that the address of a link names, at or right after the reference: `/versions/v8/`. */
export function pinnedVersion({ text }: PolicyDocument, { span }: Reference): string | undefined {
  const from = Math.max(0, span.start - MAX_LINK);
  const around = text.slice(from, span.end + MAX_LINK);
  if (!around.includes('/versions/v')) return undefined; // most have none
  const own = PINNED.exec(text.slice(from, span.start).split(/\s/).at(-1) ?? '')?.[1];
  if (own !== undefined) return own;
  const rest = text.slice(span.end, span.end + MAX_LINK);
  const target = /^[^[\]\r\n]{0,200}\]\(([^()\s]{0,200})/.exec(rest)?.[1];
  return PINNED.exec(target ?? '')?.[1];
}
