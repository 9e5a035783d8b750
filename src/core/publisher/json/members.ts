import type { Steps } from '../../text/steps';
import { success, type Result } from '../../text/result';
import type { Fields } from '../values/fields';
import { refuse } from '../values/results';
import { endOfValue, skipSpace } from './scan';

/** In bytes: one object of a bundle or one row of a mapping. The largest that is published has 100,000. */
const MAX_ELEMENT = 4_000_000;
const MAX_ELEMENTS = 500_000;
/** Elements between two steps. */
const STEP = 50;
const COMMA = 0x2c;

/** The members of a JSON object; of its long list, those elements that `keep` kept. */
export interface Members {
  readonly members: Fields;
  readonly list: readonly unknown[];
}

/**
 * Reads a JSON object whose one member is a long list, element by element, so that what isn't kept takes no memory.
 * @param lists names of members that are read so; a file has one of them at most
 */
export function* readMembers(
  bytes: Uint8Array,
  lists: readonly string[],
  keep: (element: unknown) => boolean,
): Steps<Result<Members>> {
  const reader = new Reader(bytes);
  if (!reader.takes('{')) return notJson();
  const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const list: unknown[] = [];
  for (let isFirst = true; !reader.takes('}'); isFirst = false) {
    if (!isFirst && !reader.takes(',')) return notJson();
    const name = reader.value();
    if (typeof name !== 'string' || name in members || !reader.takes(':')) return notJson();
    if (lists.includes(name) && reader.takes('[')) {
      const isRead = yield* readList(reader, (element) => keep(element) && list.push(element));
      if (!isRead.ok) return isRead;
      members[name] = list;
    } else {
      const value = reader.value();
      if (value === undefined) return notJson();
      members[name] = value;
    }
  }
  return reader.isAtEnd() ? success({ members, list }) : notJson();
}

/** Gives the elements of the list whose bracket was read. */
function* readList(reader: Reader, take: (element: unknown) => unknown): Steps<Result<void>> {
  for (let count = 0; !reader.takes(']'); count++) {
    if (count > 0 && !reader.takes(',')) return notJson();
    if (count >= MAX_ELEMENTS) return refuse('too-large', `has more than ${MAX_ELEMENTS} elements`);
    const value = reader.value();
    if (value === undefined) return reader.isTooLarge ? tooLarge() : notJson();
    take(value);
    if (count % STEP === 0) yield;
  }
  return success(undefined);
}

/** A place in the bytes of a JSON text, which moves on. */
class Reader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private at: number;
  isTooLarge = false;

  /** A byte order mark is no part of the text. */
  constructor(private readonly bytes: Uint8Array) {
    this.at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  /** Whether this character is next; then it is passed. */
  takes(character: '{' | '}' | '[' | ']' | ',' | ':'): boolean {
    const next = skipSpace(this.bytes, this.at);
    if (this.bytes[next] !== character.charCodeAt(0)) return false;
    this.at = next + 1;
    return character !== ',' || !this.endsList();
  }

  isAtEnd(): boolean {
    return skipSpace(this.bytes, this.at) === this.bytes.length;
  }

  /** The value that is next; undefined if there is none, or it isn't JSON. */
  value(): unknown {
    const start = skipSpace(this.bytes, this.at);
    const end = endOfValue(this.bytes, start) ?? start;
    this.isTooLarge = end - start > MAX_ELEMENT;
    if (end === start || this.isTooLarge) return undefined;
    this.at = end;
    try {
      return JSON.parse(this.decoder.decode(this.bytes.subarray(start, end))) as unknown;
    } catch {
      return undefined;
    }
  }

  /** A comma before the end of a list or an object isn't JSON. */
  private endsList(): boolean {
    const next = this.bytes[skipSpace(this.bytes, this.at)];
    return next === 0x5d || next === 0x7d || next === COMMA;
  }
}

function notJson(): Result<never> {
  return refuse('not-json', 'is not valid JSON, or is cut off');
}

function tooLarge(): Result<never> {
  return refuse('too-large', `has an element of more than ${MAX_ELEMENT / 1_000_000} MB`);
}
