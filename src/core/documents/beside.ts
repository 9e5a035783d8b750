import type { PolicyDocument } from './document';
import type { Place } from './place';
import { FRAMEWORKS } from '../frameworks/registry';
import { pattern } from '../text/pattern';
import type { Span } from '../text/span';
import { knownName, type KnownName } from './knownName';
import { ADDRESS, EMPHASIS } from './marks';
import { pairedTitle } from './pairedTitle';

const MAX_TITLE = 120;

/** An id in a document, as its reference has it. */
export interface IdPlace {
  readonly span: Span;
  readonly place: Place;
  /** Of an id in two keys or cells. */
  readonly parts?: readonly Span[] | undefined;
}

/** Words as they are written. */
export interface Written {
  readonly span: Span;
  readonly text: string;
}

/** What a document has beside an id: the one reader of titles, names and links next to it. */
export class Beside {
  constructor(
    private readonly document: PolicyDocument,
    private readonly at: IdPlace,
  ) {}

  /**
   * The text right after the id: the rest of its line, and so the next cell of its row. In HTML the row may go on over
   * lines, and in YAML the title may be on the line below: `id: IAM-13` and `title: Strong Authentication`, or `remarks:`.
   */
  get text(): string {
    const { text, lines, kind } = this.document;
    const { place } = this.at;
    const { end } = this;
    if (place.cell?.isHtml) return htmlBeside(text.slice(end, end + MAX_HTML));
    const rest = text.slice(end, Math.min(lines.endOf(place.line), end + MAX_TITLE));
    return kind === 'markdown' ? rest : (titleBelow(this.document, end, place.line) ?? rest);
  }

  /** The words after the id up to what ends a name: in a comment, in brackets, in the next cell. */
  get name(): Written | undefined {
    const { text: rest, end } = this;
    const gap = GAP.exec(rest)?.[0].length ?? 0;
    if (gap === 0 || !this.document.text.startsWith(rest, end)) return undefined;
    const written = rest.slice(gap);
    const text = written.slice(0, END.exec(written)?.index ?? 0).trimEnd();
    const start = end + gap;
    return text.length < MIN_NAME ? undefined : { span: { start, end: start + text.length }, text };
  }

  /** What is beside the id up to the end of its cell, and the same up to the first comma or bracket. */
  get segments(): readonly string[] {
    const rest = this.text.replace(/^[\s:|(\u2010-\u2015*_`-]+/, '');
    const cell = /^[^|;\r\n]*/.exec(rest)?.[0] ?? '';
    const short = /^[^,.(){}<]*/.exec(cell)?.[0] ?? '';
    return [cell, short];
  }

  /** The title that the document gives the id where the two are plainly a pair. */
  get pair(): Written | undefined {
    return pairedTitle(this.document, this.at);
  }

  /** The longest of the names that is right after the id, or else right before it. */
  known(names: readonly string[]): KnownName | undefined {
    return knownName(this.document, this.at.span, names);
  }

  private get end(): number {
    return this.at.parts?.at(-1)?.end ?? this.at.span.end;
  }
}

export function beside(document: PolicyDocument, at: IdPlace): Beside {
  return new Beside(document, at);
}

const MIN_NAME = 3;
/** `: `, ` - `, ` # `, ` | `, ` (`, `](https://…) - `; nothing for text that goes on in a sentence. */
const JOINT = /\s{0,8}[:#|(\u2013-][\s#:|"'`*_[\u2013-]{0,8}/;
const GAP = pattern('', '^', EMPHASIS, ADDRESS, EMPHASIS, JOINT);
const END = /[\r\n|)\]"`*<#;]|\s\(|\]\(|$/;

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
