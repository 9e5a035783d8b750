const UTF_16 = [
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** The text of a file in UTF-8, or in UTF-16 where its byte order mark says so; without the mark. */
export function decodeText(bytes: Uint8Array): string {
  const marked = UTF_16.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  return new TextDecoder(marked?.label ?? 'utf-8').decode(bytes);
}

/** How many characters tell; git looks as far. */
const LOOKED_AT = 8000;

/** A text has no character zero. */
export function looksBinary(text: string): boolean {
  return text.slice(0, LOOKED_AT).includes('\0');
}
