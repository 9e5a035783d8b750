import { NOTHING, readLabel, type Reading } from './reading';

const MAX_BRACKET = 80;
const MAX_PHRASE = 44;
const MAX_MARKS = 3;
const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
/** `of CCM 4.1`, `in the CSA CCM` */
const PHRASE = /^(?:of|in|from|under)\s+(?:the\s+)?(?=\S)/;

/** What a bracket or a phrase right after an id says of it: `(CCM 4.0)`, `of CCM 4.1`. Undefined if it says nothing. */
export function readAfter(
  text: string,
  end: number,
): { readonly text: string; readonly reading: Reading } | undefined {
  const start = pastMarks(text, end);
  const close = OPENING[text[start] ?? ''];
  const written = close === undefined ? phraseAt(text, start) : bracketAt(text, start, close);
  if (written === '') return undefined;
  const reading = readLabel(written);
  return reading === NOTHING ? undefined : { text: written, reading };
}

/** Past emphasis, quotes and at most two spaces. */
function pastMarks(text: string, end: number): number {
  let at = end;
  while (at - end < MAX_MARKS && '*_`"\''.includes(text[at] ?? ' ')) at++;
  const marks = at;
  while (at - marks < 2 && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function bracketAt(text: string, start: number, close: string): string {
  const inside = text.slice(start + 1, start + MAX_BRACKET);
  const end = inside.search(/[()[\]\r\n]/);
  return end >= 0 && inside[end] === close ? inside.slice(0, end) : '';
}

/** The name of a framework comes first in it. */
function phraseAt(text: string, start: number): string {
  const rest = text.slice(start, start + MAX_PHRASE);
  const preposition = PHRASE.exec(rest)?.[0];
  if (preposition === undefined) return '';
  const written = /^[^,;|()\r\n]*/.exec(rest.slice(preposition.length))?.[0] ?? '';
  const named = readLabel(written.split(/\s+/).slice(0, 3).join(' '));
  return named.frameworks.length > 0 ? written : '';
}
