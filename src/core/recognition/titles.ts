import type { PolicyDocument } from '../documents/document';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Sighting } from './sightings';

const LONGEST_TITLE = 120;
const MOST_CACHED = 5000;
const cache = new Map<string, string>();

/** The words of a title of ours, which are few enough to keep, without case and punctuation: `Data Security & Privacy` and `data security and privacy` agree. */
export function titleWords(title: string): string {
  const known = cache.get(title);
  if (known !== undefined) return known;
  if (cache.size >= MOST_CACHED) cache.clear();
  const words = wordsOf(title);
  cache.set(title, words);
  return words;
}

/** The same of any text. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Beside {
  readonly candidate: Pick<Sighting['candidate'], 'span'>;
  readonly place: Sighting['place'];
}

/**
 * The text right after an id: the rest of its line, and so the next cell of its row. In HTML the row may go on over
 * lines, and in YAML the title may stand on the line below: `id: IAM-13` and `title: Strong Authentication`.
 */
export function textBeside(document: PolicyDocument, { candidate, place }: Beside): string {
  const { text, lines, kind } = document;
  const { end } = candidate.span;
  if (place.cell?.isHtml) return htmlBeside(text.slice(end, end + LONGEST_HTML));
  const lineEnd = lines.endOf(place.line);
  const rest = text.slice(end, Math.min(lineEnd, end + LONGEST_TITLE));
  return kind === 'markdown' ? rest : (titleBelow(document, end, place.line) ?? rest);
}

/** In YAML, the title on the line below an id that ends its own line. */
export function titleBelow({ text, lines }: PolicyDocument, end: number, line: number): string | undefined {
  const lineEnd = lines.endOf(line);
  if (lineEnd - end > LONGEST_CLOSE || !CLOSE.test(text.slice(end, lineEnd))) return undefined;
  return BELOW.exec(text.slice(lineEnd, lineEnd + LONGEST_TITLE))?.[1];
}

/** What may stand after a value: `",`. */
const CLOSE = /^["']?[ \t]{0,9},?[ \t]{0,9}$/;
const LONGEST_CLOSE = 20;
const BELOW =
  /^(?:\r\n|\r|\n)[ \t]{0,60}["']?(?:title|name|(?:control|ccm)[-_ ]?(?:title|name))["']?:[ \t]{0,9}([^\r\n]*)/i;
const LONGEST_HTML = 400;

/** Up to the end of the row, without tags. */
function htmlBeside(html: string): string {
  const end = html.search(/<\/?(?:tr|table)\b/i);
  return html
    .slice(0, end < 0 ? html.length : end)
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_TITLE);
}

/** The title or name of the id itself, in any edition, where it stands beside it. */
export function titleBeside(
  document: PolicyDocument,
  sighting: Sighting,
  knowledge: KnowledgeBase,
): string | undefined {
  return sighting.isKnown ? titlesBeside(document, sighting, titlesOf(sighting, knowledge))[0] : undefined;
}

/** Those of the titles that the text right after an id begins with. */
export function titlesBeside(document: PolicyDocument, beside: Beside, titles: readonly string[]): string[] {
  const text = textBeside(document, beside);
  const first = firstLetter(text);
  if (first === undefined) return [];
  const alike = titles.filter((title) => title.slice(0, 1).toLowerCase() === first); // most texts have none
  if (alike.length === 0) return alike;
  const words = wordsOf(text);
  return alike.filter((title) => startsWithTitle(words, titleWords(title)));
}

/** General punctuation begins here, and letters again here. */
const DASHES = 0x2000;
const KANA = 0x3040;

/** In small; undefined where the text holds no word. */
function firstLetter(text: string): string | undefined {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 32;
    const isForeign = (code > 191 && code < DASHES) || code > KANA;
    if ((code >= 97 && code <= 122) || isForeign) return text[at]?.toLowerCase();
  }
  return undefined;
}

export function startsWithTitle(words: string, title: string): boolean {
  return (
    title !== '' && words.startsWith(title) && (words.length === title.length || words[title.length] === ' ')
  );
}

function titlesOf({ candidate }: Sighting, knowledge: KnowledgeBase): readonly string[] {
  if (candidate.family === 'attack') {
    const name = knowledge.attack.at(candidate.id)?.name;
    return name ? [name] : [];
  }
  return knowledge.ccm
    .readings(candidate.id)
    .map(({ edition, control }) => knowledge.ccm.title(control, edition));
}
