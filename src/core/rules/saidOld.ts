import type { PolicyDocument } from '../documents/document';
import type { Reference } from '../recognition/reference';
import { oneOf, pattern } from '../text/pattern';

const NEARBY = 60;
const MARKS = /[*_`\])]{0,4}/;
/** `(PowerShell)`, or up to three words. */
const NAME = /(?:\s?\([^()|\r\n]{1,40}\)|\s[\w-]{1,20}){0,3}?/;
const TO_ID = /(?:→|->|=>|⇒)\s?[*_`[(]{0,3}T\d{4}/;
const AUXILIARIES = ['was', 'were', 'is', 'are', 'has been', 'have been', 'got'];
const ADVERBS = ['since ', 'now ', 'long ', 'meanwhile '];
const OUTDATED = ['revoked', 'deprecated', 'retired', 'superseded'];
const ENDED = [...OUTDATED, 'replaced', 'renamed', 'merged', 'withdrawn', 'moved to', 'moved into'];
const BECAME = ['replaced by', 'superseded by', 'merged into', 'moved into', 'renamed to', 'became'];
const IS_ENDED = `${oneOf(...AUXILIARIES)} ${oneOf(...ADVERBS)}?${oneOf(...ENDED)}`;
/** `is the old ID` */
const IS_OLD = /\s(?:is|was) (?:the |an? |its )?(?:old|former|previous|earlier)\b/;
/** `# was T1562.001`, `T1685 (was T1562.001)` */
const WAS = /(?<=(?:#|\/\/|[([]|<!--)\s{0,2})(?:was|used to be)/;
/** `# an old one`, `<!-- deprecated -->` */
const COMMENT = /\s{0,12}(?:#|<!--|\/\/)\s?(?:an? |the )?/;
/** `T1086 (PowerShell) was replaced by`, `T1562.001 → T1685` */
const AFTER = pattern(
  'i',
  '^',
  MARKS,
  NAME,
  /,?\s{0,2}/,
  oneOf(
    TO_ID,
    `\\s${oneOf(IS_ENDED, ...BECAME)}\\b`,
    IS_OLD,
    `${COMMENT.source}${oneOf('old', 'former', 'legacy', 'obsolete', ...OUTDATED)}\\b`,
  ),
);

const INSTEAD = ['replaces', 'replacing', 'supersedes', 'superseding', 'instead of'];
const FORMER = [
  'formerly',
  'previously',
  '(?:the )?(?:old|former)',
  'obsolete',
  ...OUTDATED,
  ...INSTEAD,
  WAS.source,
  `${oneOf('renamed', 'migrated', 'moved')} from`,
];
const NOUNS = ['ids?', 'techniques?', 'att&ck', 'mitre'];
const AND = /[*_`]{0,3}(?:,|,? and|,? or|\/)\s?[*_`]{0,3}/;
const OTHER_IDS = `(?:T\\d{4}(?:\\.\\d{3})?${AND.source}){0,8}`;
/** `formerly T1086`, `instead of T1086`, `deprecated: T1064 and T1108` */
const BEFORE = pattern(
  'i',
  '(?<![a-z-])',
  oneOf(...FORMER),
  `(?: ${oneOf(...NOUNS)}){0,3}`,
  /[\s:([*_`]{1,4}/,
  OTHER_IDS,
  '$',
);

/** Where the author says that an id is an old one, and so knows it: `T1086 was replaced by T1059.001`. */
export function isSaidToBeOld({ text, lines }: PolicyDocument, { span, place }: Reference): boolean {
  const lineEnd = place.cell?.end ?? lines.endOf(place.line);
  if (AFTER.test(text.slice(span.end, Math.min(lineEnd, span.end + NEARBY)))) return true;
  const start = Math.max(place.cell?.start ?? lines.startOf(place.line), span.start - NEARBY);
  return BEFORE.test(text.slice(start, span.start));
}
