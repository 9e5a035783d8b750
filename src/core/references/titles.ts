import type { PolicyDocument } from '../documents/document';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Sighting } from './sightings';

const LONGEST_TITLE = 100;

/** The words of a title, without case and punctuation: `Data Security & Privacy` and `data security and privacy` agree. */
export function titleWords(title: string): string {
  return title
    .toLowerCase()
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What stands right after an id: the rest of its line, or the next cell of its row; as words. */
export function wordsBeside(
  document: PolicyDocument,
  sighting: Pick<Sighting, 'candidate' | 'place'>,
): string {
  const { span } = sighting.candidate;
  const end = document.lines.endOf(sighting.place.line);
  return titleWords(document.text.slice(span.end, Math.min(end, span.end + LONGEST_TITLE + 20)));
}

/** The title or name of the id itself, in any edition, where it stands beside it. */
export function titleBeside(
  document: PolicyDocument,
  sighting: Sighting,
  knowledge: KnowledgeBase,
): string | undefined {
  if (!sighting.isKnown) return undefined;
  const beside = wordsBeside(document, sighting);
  if (beside === '') return undefined;
  return titlesOf(sighting, knowledge).find((title) => startsWithTitle(beside, titleWords(title)));
}

function startsWithTitle(words: string, title: string): boolean {
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
