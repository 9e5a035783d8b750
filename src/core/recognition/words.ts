/** A word of a text in small letters, or a number, `4.1`, with its place in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isNumber: boolean;
  /** Written in capitals. */
  readonly isCapital: boolean;
}

const AMPERSAND = '&';
const AMPERSAND_ENTITY = '&amp;';

/**
 * The words of a text, as people write names: `csa_ccm_4_1` is `csa`, `ccm`, `4.1`; `ccmVersion` is `ccm`, `version`;
 * `att&amp;ck` is `att&ck`; `SP800-53` is `sp`, `800`, `53`.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (isDigit(text, at)) at = readNumber(text, at, words);
    else if (isLetter(text, at)) at = readWord(text, at, words);
    else at++;
  }
  return words;
}

function readNumber(text: string, start: number, words: Word[]): number {
  let end = start + 1;
  while (isDigit(text, end) || (isPoint(text, end) && isDigit(text, end + 1))) end++;
  const written = text.slice(start, end).replaceAll('_', '.');
  words.push({ text: written, start, end, isNumber: true, isCapital: false });
  return end;
}

function readWord(text: string, start: number, words: Word[]): number {
  let end = start + 1;
  let ampersand = 0;
  while (end < text.length) {
    if (isPlain(text, end)) end++;
    else if (isLetter(text, end)) {
      if (isHump(text, start, end) || isVersionMark(text, end)) break;
      end++;
    } else if (text[end] === AMPERSAND && isLetter(text, end - 1)) {
      const length = text.startsWith(AMPERSAND_ENTITY, end) ? AMPERSAND_ENTITY.length : 1;
      if (!isLetter(text, end + length)) break;
      ampersand = length;
      end += length + 1;
    } else break;
  }
  const written = text.slice(start, end);
  const plain = ampersand > 1 ? written.replace(AMPERSAND_ENTITY, AMPERSAND) : written;
  const isCapital = isUpper(text, start) && plain === plain.toUpperCase();
  words.push({ text: plain.toLowerCase(), start, end, isNumber: false, isCapital });
  return end;
}

/** Most letters: small ones, at which no word begins and no version. */
function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122 && code !== SMALL_V;
}

const SMALL_V = 118;

/** A new word begins in `ccmVersion`, and in `LateralMovement`; not in `CCMs`. */
function isHump(text: string, start: number, at: number): boolean {
  return isUpper(text, at) && at > start && isLower(text, at - 1) && isLower(text, at + 1);
}

/** The `v` of `CCMv4.1`. */
function isVersionMark(text: string, at: number): boolean {
  return (text[at] === 'v' || text[at] === 'V') && isDigit(text, at + 1);
}

function isPoint(text: string, at: number): boolean {
  const character = text[at];
  return character === '.' || character === '_';
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}

/** Punctuation and symbols past Latin are none. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return (
    code >= 0xc0 && !(code >= 0x2000 && code < 0x3040) && !(code >= 0xff00 && code < 0xff21) && code !== 0xd7
  );
}
