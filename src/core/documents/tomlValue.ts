/** How far a value of TOML has been read that may go on over lines. */
export class TomlState {
  /** Brackets and braces that are open. */
  depth = 0;
  /** The mark of a text of several lines that is open, `"""` or `'''`; empty where none is. */
  quote = '';

  get isOpen(): boolean {
    return this.depth > 0 || this.quote !== '';
  }
}

/** Reads one line of a value from an offset on. */
export function readTomlValue(line: string, from: number, state: TomlState): void {
  for (let at = from; at < line.length;) {
    if (state.quote !== '') {
      const close = line.indexOf(state.quote, at);
      if (close < 0) return;
      at = close + state.quote.length;
      state.quote = '';
      continue;
    }
    const character = line[at] ?? '';
    if (character === '#') return;
    if (character === '[' || character === '{') state.depth++;
    else if (character === ']' || character === '}') state.depth = Math.max(0, state.depth - 1);
    const mark = character === '"' || character === "'" ? character.repeat(3) : '';
    if (mark !== '' && line.startsWith(mark, at)) {
      state.quote = mark;
      at += mark.length;
    } else at = mark === '' ? at + 1 : quoteEnd(line, at, character);
  }
}

/** Where the comment of a line begins, or -1. A mark in quotes begins none. */
export function commentStart(line: string): number {
  for (let at = 0; at < line.length;) {
    const character = line[at] ?? '';
    if (character === '#') return at;
    at = character === '"' || character === "'" ? quoteEnd(line, at, character) : at + 1;
  }
  return -1;
}

/** The offset behind the text in quotes that begins here; one that is never closed ends with the line. */
function quoteEnd(line: string, from: number, quote: string): number {
  for (let at = from + 1; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++;
    else if (line[at] === quote) return at + 1;
  }
  return line.length;
}
