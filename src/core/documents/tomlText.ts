const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const DASH = 45;
const DOT = 46;
const UNDERSCORE = 95;
const BACKSLASH = 92;
/** `""""` closes a text that ends in a quote, and `"""""` one that ends in two. */
const MAX_QUOTES_BEFORE_CLOSE = 2;

/** A name of a dotted key, with its quotes. */
export interface TomlName {
  readonly start: number;
  readonly end: number;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

export function isQuote(code: number): boolean {
  return code === QUOTE || code === APOSTROPHE;
}

export function skipBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function lineEndFrom(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** The names of a dotted key that begins at the offset: `a."b c".d`. None if no key begins there. */
export function dottedNames(text: string, from: number, limit: number): TomlName[] {
  const names: TomlName[] = [];
  for (let at = from; at < limit;) {
    const end = nameEnd(text, at, limit);
    if (end === at) break;
    names.push({ start: at, end });
    const dot = skipBlanks(text, end, limit);
    if (dot >= limit || text.charCodeAt(dot) !== DOT) break;
    at = skipBlanks(text, dot + 1, limit);
  }
  return names;
}

/** The offset behind the text in quotes that begins here, one of several lines or of one; `limit` if it is not closed. */
export function stringEnd(text: string, from: number, limit: number): number {
  const quote = text[from] ?? '';
  return text.startsWith(quote.repeat(3), from)
    ? longStringEnd(text, from, limit)
    : quoteEnd(text, from, limit);
}

function nameEnd(text: string, from: number, limit: number): number {
  if (isQuote(text.charCodeAt(from))) {
    const end = quoteEnd(text, from, limit);
    return end - from > 1 && text[end - 1] === text[from] ? end : from;
  }
  let at = from;
  while (at < limit && isBareKey(text.charCodeAt(at))) at++;
  return at;
}

/** One that is never closed ends with its line. */
function quoteEnd(text: string, from: number, limit: number): number {
  const quote = text.charCodeAt(from);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) return at;
    if (code === BACKSLASH && quote === QUOTE && !isLineEnd(text.charCodeAt(at + 1))) at++;
    else if (code === quote) return at + 1;
  }
  return limit;
}

function longStringEnd(text: string, from: number, limit: number): number {
  const quote = text.charCodeAt(from);
  const marks = text.slice(from, from + 3);
  for (let at = from + 3; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && quote === QUOTE) at++;
    else if (code === quote && text.startsWith(marks, at)) {
      let end = at + 3;
      while (end < at + 3 + MAX_QUOTES_BEFORE_CLOSE && text.charCodeAt(end) === quote) end++;
      return Math.min(end, limit);
    }
  }
  return limit;
}

/** Letters of any language too: who writes them means a key, be it valid or not. */
function isBareKey(code: number): boolean {
  const isDigit = code >= 48 && code <= 57;
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127;
  return isDigit || isLetter || code === DASH || code === UNDERSCORE;
}
