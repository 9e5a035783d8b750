import type { PolicyDocument } from '../documents/document';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { LocatedCandidate } from './locate';
import { titleBelow } from '../documents/beside';
import { titleWords } from '../knowledge/titles';

const MAX_GAP = 40;
const MAX_TITLE = 120;
const TITLE_HEADER = /^\W*(?:(?:control|short|full)[- ]?)?(?:title|name)s?\W*$/i;
/** Words that titles of all catalogs have. */
const COMMON = new Set(
  'policy policies procedure procedures management security control controls with from process program'.split(
    ' ',
  ),
);
const MIN_WORD = 4;

/**
 * The title that a column or a key gives to a control, where it has no word in common with those that the control has
 * in any edition: then the catalog is another one, such as a company's own.
 */
export function foreignTitle(
  document: PolicyDocument,
  each: LocatedCandidate,
  { frameworks }: KnowledgeBase,
): string | undefined {
  const framework = frameworks.get(each.candidate.family);
  if (!framework || !each.isKnown) return undefined;
  const title = titleGiven(document, each);
  const words = title === undefined ? [] : tellingWords(titleWords(title));
  if (words.length === 0) return undefined;
  const own = new Set(
    framework
      .readings(each.candidate.id)
      .flatMap(({ edition, control }) => tellingWords(titleWords(framework.title(control, edition)))),
  );
  return words.some((word) => own.has(word)) ? undefined : title;
}

function tellingWords(words: string): string[] {
  return words.split(' ').filter((word) => word.length >= MIN_WORD && !COMMON.has(word));
}

/** The next cell of a column that is called so, or the key below. */
function titleGiven(document: PolicyDocument, { candidate, place }: LocatedCandidate): string | undefined {
  const { cell } = place;
  const { end } = candidate.span;
  if (!cell) return document.kind === 'yaml' ? titleBelow(document, end, place.line) : undefined;
  const gap = /^[^|\r\n]*\|[ \t]*/.exec(document.text.slice(end, end + MAX_GAP));
  if (!gap || cell.isHtml) return undefined;
  const next = document.structure.placeAt(end + gap[0].length).cell;
  if (next?.column !== cell.column + 1 || !TITLE_HEADER.test(next.header)) return undefined;
  return document.text.slice(next.start, Math.min(next.end, next.start + MAX_TITLE));
}
