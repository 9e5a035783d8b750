import type { PolicyDocument } from '../documents/document';
import type { Reference } from '../recognition/reference';
import { pattern } from '../text/pattern';

const MAX_TITLE = 200;
/** `Lambert, T. (2019, May 2). `: an author's work, dated, with its title to come. */
const DATED = pattern('', /\((?:19|20)\d\d(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?\)/, /\.[ \t][^.]*$/);

/** True in the title of a source that the document cites: what it named when it was published, it names for good. */
export function isInCitedTitle({ lines, text }: PolicyDocument, { span, place }: Reference): boolean {
  const start = Math.max(lines.startOf(place.line), span.start - MAX_TITLE);
  return DATED.test(text.slice(start, span.start));
}
