/** HTML that may go into a page as it is: written as a literal, or made by `markup`. Only `markup` makes one. */
export class Html {
  constructor(readonly source: string) {}
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const SPECIAL = /[&<>"'\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** The text as HTML that shows it as it is, in an element or in an attribute between quotes. */
export function escapeHtml(text: string): string {
  if (!SPECIAL.test(text)) return text; // nearly always
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

type Value = Html | string | number | readonly Html[];

/** A template of HTML. Its values are escaped, unless they are HTML; lists of HTML are joined. */
export function markup(literals: TemplateStringsArray, ...values: readonly Value[]): Html {
  let source = literals[0] ?? '';
  for (const [at, value] of values.entries()) source += `${sourceOf(value)}${literals[at + 1] ?? ''}`;
  return new Html(source);
}

function sourceOf(value: Value): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(({ source }) => source).join('');
  return typeof value === 'number' ? String(value) : escapeHtml(value);
}

export const NOTHING = new Html('');
