import { beside, type IdPlace } from '../documents/beside';
import type { PolicyDocument } from '../documents/document';
import { ATTACK } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { startsWithTitle, titleWords } from '../knowledge/titles';
import type { LocatedCandidate } from './locate';

/** The title or name of the id itself, in any edition, where it stands beside it. */
export function titleBeside(
  document: PolicyDocument,
  each: LocatedCandidate,
  knowledge: KnowledgeBase,
): string | undefined {
  return each.isKnown ? titlesBeside(document, placeOf(each), titlesOf(each, knowledge))[0] : undefined;
}

export function placeOf({ candidate: { span }, place }: LocatedCandidate): IdPlace {
  return { span, place };
}

/** Those of the titles that the text right after an id begins with. */
export function titlesBeside(document: PolicyDocument, at: IdPlace, titles: readonly string[]): string[] {
  const text = beside(document, at).text;
  const first = firstLetter(text);
  if (first === undefined) return [];
  const alike = titles.filter((title) => title.slice(0, 1).toLowerCase() === first); // most texts have none
  if (alike.length === 0) return alike;
  const words = titleWords(text);
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

function titlesOf({ candidate }: LocatedCandidate, knowledge: KnowledgeBase): readonly string[] {
  if (candidate.family === ATTACK) {
    const name = knowledge.attack.at(candidate.id)?.name;
    return name ? [name] : [];
  }
  const framework = knowledge.frameworks.get(candidate.family);
  return framework
    ? framework.readings(candidate.id).map(({ edition, control }) => framework.title(control, edition))
    : [];
}
