import { plainText } from './markdown';

/** In characters; what is longer is cut at a word. */
const MAX_SENTENCE = 320;
const END = /[.!?](?=\s+[\p{Lu}"'“‘(])/gu;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|cf|al|no|inc|corp|u\.s)|\b\p{L})$/iu;

/** The first sentence of a publisher's description, as plain text; empty if it has none. */
export function firstSentence(markdown: string): string {
  const [first = ''] = plainText(markdown.slice(0, 5_000)).split('\n');
  for (const { index } of first.matchAll(END)) {
    if (ABBREVIATION.test(first.slice(Math.max(0, index - 8), index))) continue;
    return cut(first.slice(0, index + 1));
  }
  return cut(first);
}

function cut(sentence: string): string {
  if (sentence.length <= MAX_SENTENCE) return sentence;
  const words = sentence.slice(0, MAX_SENTENCE);
  return `${words.slice(0, Math.max(words.lastIndexOf(' '), 1))} …`;
}
