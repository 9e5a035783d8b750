/** A name or a word from outside, so that no terminal takes a part of it for an order: `\u001b` for the escape. */
export function printable(text: string): string {
  return text.replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
