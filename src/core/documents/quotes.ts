/** A text in quotes, without them; any other as it is. */
export function withoutQuotes(text: string): string {
  const mark = text.charCodeAt(0);
  const mayBeQuoted = mark === QUOTE || mark === APOSTROPHE;
  return mayBeQuoted && /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

const QUOTE = 34;
const APOSTROPHE = 39;
