import type { PolicyDocument } from '../documents/document';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Sighting } from './sightings';
import { titleBelow, titleWords, wordsOf } from './titles';

const LONGEST_GAP = 40;
const LONGEST_TITLE = 120;
const TITLE_HEADER = /^\W*(?:(?:control|short|full)[- ]?)?(?:title|name)s?\W*$/i;
/** Words that titles of all catalogs have. */
const COMMON = new Set(
  'policy policies procedure procedures management security control controls with from process program'.split(
    ' ',
  ),
);
const SHORTEST_WORD = 4;

/**
 * The title that a column or a key gives to a control, where it has no word in common with those that the control has
 * in any edition: then the catalog is another one, such as a company's own.
 */
export function foreignTitle(
  document: PolicyDocument,
  sighting: Sighting,
  { ccm }: KnowledgeBase,
): string | undefined {
  if (!sighting.isKnown) return undefined;
  const title = titleGiven(document, sighting);
  const words = title === undefined ? [] : tellingWords(wordsOf(title));
  if (words.length === 0) return undefined;
  const own = new Set(
    ccm
      .readings(sighting.candidate.id)
      .flatMap(({ edition, control }) => tellingWords(titleWords(ccm.title(control, edition)))),
  );
  return words.some((word) => own.has(word)) ? undefined : title;
}

function tellingWords(words: string): string[] {
  return words.split(' ').filter((word) => word.length >= SHORTEST_WORD && !COMMON.has(word));
}

/** The next cell of a column that is called so, or the key below. */
function titleGiven(document: PolicyDocument, { candidate, place }: Sighting): string | undefined {
  const { cell } = place;
  const { end } = candidate.span;
  if (!cell) return document.kind === 'yaml' ? titleBelow(document, end, place.line) : undefined;
  const gap = /^[^|\r\n]*\|[ \t]*/.exec(document.text.slice(end, end + LONGEST_GAP));
  if (!gap || cell.isHtml) return undefined;
  const next = document.structure.placeAt(end + gap[0].length).cell;
  if (next?.column !== cell.column + 1 || !TITLE_HEADER.test(next.header)) return undefined;
  return document.text.slice(next.start, Math.min(next.end, next.start + LONGEST_TITLE));
}
