import type { PolicyDocument } from '../documents/document';
import type { Reference } from '../recognition/reference';

const NEARBY = 60;
/** `T1086 (PowerShell) was replaced by`, `T1562.001 → T1685` */
const AFTER =
  /^[*_`\])]{0,4}(?:\s?\([^()|\r\n]{1,40}\)|\s[\w-]{1,20}){0,3}?,?\s{0,2}(?:(?:→|->|=>|⇒)\s?[*_`[(]{0,3}T\d{4}|\s(?:(?:was|were|is|are|has been|have been|got) (?:since |now |long |meanwhile )?(?:replaced|superseded|revoked|deprecated|renamed|retired|merged|withdrawn|moved (?:to|into))|(?:replaced|superseded) by|(?:merged|moved) into|renamed to|became)\b)/i;
/** `formerly T1086`, `instead of T1086`, `deprecated: T1064 and T1108` */
const BEFORE =
  /(?<![a-z-])(?:formerly|previously|(?:the )?(?:old|former)|revoked|deprecated|retired|obsolete|superseded|replac(?:es|ing)|supersed(?:es|ing)|instead of|(?:renamed|migrated|moved) from)(?: (?:ids?|techniques?|att&ck|mitre)){0,3}[\s:([*_`]{1,4}(?:T\d{4}(?:\.\d{3})?[*_`]{0,3}(?:,|,? and|,? or|\/)\s?[*_`]{0,3}){0,8}$/i;

/** Where the author says that an id is an old one, and so knows it: `T1086 was replaced by T1059.001`. */
export function isSaidToBeOld({ text, lines }: PolicyDocument, { span, place }: Reference): boolean {
  const lineEnd = place.cell?.end ?? lines.endOf(place.line);
  if (AFTER.test(text.slice(span.end, Math.min(lineEnd, span.end + NEARBY)))) return true;
  const start = Math.max(place.cell?.start ?? lines.startOf(place.line), span.start - NEARBY);
  return BEFORE.test(text.slice(start, span.start));
}
