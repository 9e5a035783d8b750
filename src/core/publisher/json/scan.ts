/** Finds where JSON values end in the bytes of a file, without reading what they say. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);
/** What a number, `true`, `false` or `null` ends before. */
const ENDS = new Set([0x2c, 0x7d, 0x5d, 0x20, 0x09, 0x0a, 0x0d]);

/** The first byte from `at` on that isn't white space. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at;
  for (; next < bytes.length; next++) {
    const byte = bytes[next];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
  }
  return next;
}

/** Where the value that begins at `at` ends; undefined if the file ends before it does. */
export function endOfValue(bytes: Uint8Array, at: number): number | undefined {
  const first = bytes[at] ?? -1;
  if (first === QUOTE) return endOfString(bytes, at);
  if (OPEN.has(first)) return endOfNested(bytes, at);
  let next = at;
  while (next < bytes.length && !ENDS.has(bytes[next] ?? 0)) next++;
  return next;
}

function endOfString(bytes: Uint8Array, at: number): number | undefined {
  for (let next = at + 1; next < bytes.length; next++) {
    const byte = bytes[next];
    if (byte === QUOTE) return next + 1;
    if (byte === BACKSLASH) next++;
  }
  return undefined;
}

function endOfNested(bytes: Uint8Array, at: number): number | undefined {
  let depth = 0;
  for (let next = at; next < bytes.length; next++) {
    const byte = bytes[next] ?? 0;
    if (byte === QUOTE) {
      const end = endOfString(bytes, next);
      if (end === undefined) return undefined;
      next = end - 1;
    } else if (OPEN.has(byte)) depth++;
    else if (CLOSE.has(byte) && --depth === 0) return next + 1;
  }
  return undefined;
}
