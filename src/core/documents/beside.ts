import type { PolicyDocument } from './document';
import type { Place } from './place';
import { FRAMEWORKS } from '../frameworks/registry';
import type { Span } from '../text/span';

const MAX_TITLE = 120;
/** Parts of patterns: quotes and emphasis around an id, and the address of a link whose text it is. */
export const EMPHASIS = /["'`*_]{0,3}/;
export const ADDRESS = /(?:\]\([^()\s]{0,200}\))?/;

/** An id in a document. */
export interface Beside {
  readonly candidate: { readonly span: Span };
  readonly place: Place;
}

/**
 * The text right after an id: the rest of its line, and so the next cell of its row. In HTML the row may go on over
 * lines, and in YAML the title may stand on the line below: `id: IAM-13` and `title: Strong Authentication`, or `remarks:`.
 */
export function textBeside(document: PolicyDocument, { candidate, place }: Beside): string {
  const { text, lines, kind } = document;
  const { end } = candidate.span;
  if (place.cell?.isHtml) return htmlBeside(text.slice(end, end + MAX_HTML));
  const lineEnd = lines.endOf(place.line);
  const rest = text.slice(end, Math.min(lineEnd, end + MAX_TITLE));
  return kind === 'markdown' ? rest : (titleBelow(document, end, place.line) ?? rest);
}

/** In YAML, the title on the line below an id that ends its own line. */
export function titleBelow({ text, lines }: PolicyDocument, end: number, line: number): string | undefined {
  const lineEnd = lines.endOf(line);
  if (lineEnd - end > MAX_CLOSE || !CLOSE.test(text.slice(end, lineEnd))) return undefined;
  return BELOW.exec(text.slice(lineEnd, lineEnd + MAX_TITLE))?.[1];
}

/** What may stand after a value: `",`. */
const CLOSE = /^["']?[ \t]{0,9},?[ \t]{0,9}$/;
const MAX_CLOSE = 20;
const NAME_KEY = `(?:(?:control|${FRAMEWORKS.map(({ key }) => key).join('|')})[-_ ]?)?(?:title|name|remarks?|description)`;
const BELOW = new RegExp(
  String.raw`^(?:\r\n|\r|\n)[ \t]{0,60}["']?${NAME_KEY}["']?[ \t]{0,9}[:=][ \t]{0,9}([^\r\n]*)`,
  'i',
);
const MAX_HTML = 400;

/** Up to the end of the row, without tags. */
function htmlBeside(html: string): string {
  const end = html.search(/<\/?(?:tr|table)\b/i);
  return html
    .slice(0, end < 0 ? html.length : end)
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_TITLE);
}
