/** How a language writes a comment on one line; a language without comments has none. */
const MARKS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  markdown: ['<!-- ', ' -->'],
  html: ['<!-- ', ' -->'],
  asciidoc: ['// ', ''],
  plaintext: ['', ''],
  yaml: ['# ', ''],
  dockercompose: ['# ', ''],
  toml: ['# ', ''],
};

/** A comment with the text, in the language given. */
export function commentIn(languageId: string, text: string): string | undefined {
  const marks = Object.hasOwn(MARKS, languageId) ? MARKS[languageId] : undefined;
  return marks && `${marks[0]}${text}${marks[1]}`;
}
