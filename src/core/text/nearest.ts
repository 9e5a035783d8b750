import { editDistance } from './editDistance';

const CHARACTERS_PER_SLIP = 4;
const MAX_SLIPS = 3;

/** The word that somebody most likely meant; undefined where none is near: one slip in four characters. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.min(MAX_SLIPS, Math.max(1, Math.floor(word.length / CHARACTERS_PER_SLIP)));
  let best: string | undefined;
  let least = limit + 1;
  for (const each of known) {
    const distance = editDistance(word.toLowerCase(), each.toLowerCase(), limit);
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

/** ` Did you mean check?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}
