import type { LineIndex } from '../text/lines';

/** The language of a front matter: `---` begins one in YAML, `+++` one in TOML. */
export type FrontMatterLanguage = 'yaml' | 'toml';

const DASH = 45;
const DOT = 46;
const PLUS = 43;

/** What the text's first line begins; that the front matter is closed, `frontMatterEnd` says. */
export function frontMatterLanguage(text: string): FrontMatterLanguage | undefined {
  const marks = /^(---|\+\+\+)[ \t]*(?=[\r\n]|$)/.exec(text.slice(0, 200))?.[1];
  if (marks === undefined) return undefined;
  return marks === '---' ? 'yaml' : 'toml';
}

/** The line after the front matter's closing mark, or 0. */
export function frontMatterEnd(lines: LineIndex): number {
  const language = frontMatterLanguage(lines.text);
  if (!language) return 0;
  const closing = language === 'yaml' ? /^(?:---|\.\.\.)[ \t]*$/ : /^\+\+\+[ \t]*$/;
  for (let line = 1; line < lines.count; line++) {
    const start = lines.text.charCodeAt(lines.startOf(line));
    if ((start === DASH || start === DOT || start === PLUS) && closing.test(lines.textOf(line)))
      return line + 1;
  }
  return 0;
}
