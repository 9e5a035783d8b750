import type { PolicyDocument } from '../../documents/document';
import type { Reference } from '../../recognition/reference';

const PINNED = /attack\.mitre\.org\/versions\/v([\d.-]+)\//i;
const MAX_LINK = 400;

/** The ATT&CK version that the address of a link names, at or right after the reference: `/versions/v8/`. */
export function pinnedVersion({ text }: PolicyDocument, { span }: Reference): string | undefined {
  const before = text.slice(Math.max(0, span.start - MAX_LINK), span.start);
  const own = PINNED.exec(/\S*$/.exec(before)?.[0] ?? '')?.[1];
  if (own !== undefined) return own;
  const target = /^[^[\]\r\n]{0,200}\]\(([^()\s]{0,200})/.exec(
    text.slice(span.end, span.end + MAX_LINK),
  )?.[1];
  return PINNED.exec(target ?? '')?.[1];
}
