/**
 * The words of a title, or of any text, without case and punctuation: `Data Security & Privacy` and `data security and
 * privacy` agree.
 */
export function titleWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether words, as `titleWords` gives them, begin with those of a title. */
export function startsWithTitle(words: string, title: string): boolean {
  return (
    title !== '' && words.startsWith(title) && (words.length === title.length || words[title.length] === ' ')
  );
}

/** The letters of a tactic's name: `lateral-movement`, `⚔️ Lateral Movement` and `LateralMovement` agree. */
export function tacticLetters(name: string): string {
  return name
    .toLowerCase()
    .replace(/&(?:amp;)?/g, 'and')
    .replace(/[^a-z]+/g, '')
    .replace(/defence|defensive/g, 'defense');
}
