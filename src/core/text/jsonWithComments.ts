import { failure, success, type Result } from './result';

/** Deeper than any settings are, and than a program would follow. */
const MAX_DEPTH = 500;

/** A failure of a text, with the offset where it is. */
export interface JsonFailure {
  readonly code: 'not-json' | 'too-deep';
  readonly message: string;
  readonly offset: number;
}

/** Reads JSON that may have comments and commas before a closing bracket, as the editor's settings do. */
export function parseJsonWithComments(text: string): Result<unknown, JsonFailure> {
  const plain = withoutComments(text);
  if (!plain.ok) return fail('too-deep', 'nested too deeply', Number(plain.failure.message));
  try {
    return success<unknown>(JSON.parse(plain.value));
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const [, at] = /at position (\d+)/.exec(said) ?? [];
    const what = said.replace(/(?:,? in JSON| of JSON|,? "|\.\.\.).*$/, '');
    return fail('not-json', what, at === undefined ? plain.value.trimEnd().length : Number(at));
  }
}

function fail(code: JsonFailure['code'], message: string, offset: number): Result<never, JsonFailure> {
  return { ok: false, failure: { code, message, offset } };
}

/** Spaces in place of what JSON doesn't have, so that offsets stay. The failure is the offset of what is too deep. */
function withoutComments(text: string): Result<string> {
  const extra: [start: number, end: number][] = [];
  let [depth, comma, last] = [0, -1, ','];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const end = endOfComment(text, at);
    if (end > at) {
      extra.push([at, end]);
      at = end - 1;
    } else if (!/\s/.test(character)) {
      if (character === '"') at = endOfString(text, at);
      if ('[{'.includes(character) && ++depth > MAX_DEPTH) return failure('too-deep', String(at));
      if (']}'.includes(character)) depth--;
      if (']}'.includes(character) && comma >= 0) extra.push([comma, comma + 1]);
      comma = character === ',' && !'[{,:'.includes(last) ? at : -1;
      last = character;
    }
  }
  return success(blanked(text, extra));
}

function blanked(text: string, ranges: readonly (readonly [start: number, end: number])[]): string {
  let from = 0;
  const pieces = ranges
    .toSorted(([a], [b]) => a - b)
    .flatMap(([start, end]) => {
      const before = text.slice(from, start);
      from = end;
      return [before, text.slice(start, end).replace(/[^\r\n]/g, ' ')];
    });
  return pieces.join('') + text.slice(from);
}

/** The offset itself if no comment begins there. */
function endOfComment(text: string, at: number): number {
  const mark = text.slice(at, at + 2);
  if (mark !== '//' && mark !== '/*') return at;
  const end = mark === '//' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 2;
  return end < at + 2 ? text.length : end;
}

function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}
