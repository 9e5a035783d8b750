/** The kinds of HTML blocks as CommonMark counts them, 1 to 7; 0 is none. */
export type HtmlKind = number;

const COMMENT: HtmlKind = 2;
/** A block that begins with a tag of a block; it ends at a blank line. */
const BLOCK_TAG: HtmlKind = 6;
/** A line with nothing but another tag; it does not interrupt a paragraph. */
export const ANY_TAG: HtmlKind = 7;

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';

const STARTS: readonly (readonly [HtmlKind, RegExp])[] = [
  [1, /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i],
  [COMMENT, /^<!--/],
  [3, /^<\?/],
  [4, /^<![a-z]/i],
  [5, /^<!\[CDATA\[/],
  [BLOCK_TAG, new RegExp(`^</?(?:${BLOCK_TAGS})(?:\\s|/?>|$)`, 'i')],
  [
    ANY_TAG,
    /^<(?:\/[a-z][a-z0-9-]*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*(?:\s*\/)?)\s*>\s*$/i,
  ],
];

const ENDS: Readonly<Record<HtmlKind, RegExp>> = {
  1: /<\/(?:script|pre|style|textarea)>/i,
  2: /-->/,
  3: /\?>/,
  4: />/,
  5: /\]\]>/,
};

/** The kind of HTML block that a line begins, from its first character that is no space. */
export function htmlStart(line: string): HtmlKind {
  return STARTS.find(([, start]) => start.test(line))?.[0] ?? 0;
}

export function endsAtBlank(kind: HtmlKind): boolean {
  return kind >= BLOCK_TAG;
}

/** The line is the last one of a block of that kind. */
export function htmlEnds(kind: HtmlKind, line: string): boolean {
  return ENDS[kind]?.test(line) ?? false;
}
