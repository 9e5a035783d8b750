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

/** The text as HTML that shows it as it is, in an element or in an attribute between quotes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A template of HTML. Its values are escaped, unless they are HTML; lists of HTML are joined. */
export function markup(
  literals: TemplateStringsArray,
  ...values: readonly (Html | string | number | readonly Html[])[]
): Html {
  const parts = values.map((value) => {
    if (value instanceof Html) return value.source;
    if (typeof value === 'object') return value.map(({ source }) => source).join('');
    return escapeHtml(String(value));
  });
  return new Html(literals.map((literal, at) => literal + (parts[at] ?? '')).join(''));
}

export const NOTHING = new Html('');
