import { inflateRawSync } from 'node:zlib';

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/** A file in a zip archive, out of its central directory (APPNOTE.TXT 4.3.12 and 4.3.16). */
interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  /** Bytes in the archive. */
  readonly size: number;
  /** Where the file's own header begins. */
  readonly offset: number;
}

/** The names of the files in a zip archive, sorted. */
export function zipNames(archive: Buffer): string[] {
  return entriesOf(archive)
    .map(({ name }) => name)
    .sort();
}

/** The text of a file in a zip archive; undefined if there is no such file. */
export function zipText(archive: Buffer, name: string): string | undefined {
  const entry = entriesOf(archive).find((each) => each.name === name);
  if (!entry) return undefined;
  const { offset, size, isDeflated } = entry;
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const content = archive.subarray(start, start + size);
  return (isDeflated ? inflateRawSync(content) : content).toString('utf8');
}

function entriesOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(signature(END_OF_CENTRAL_DIRECTORY));
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === CENTRAL_ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as Lengths;
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + name),
      isDeflated: archive.readUInt16LE(at + 10) === DEFLATED,
      size: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

type Lengths = [name: number, extra: number, comment: number];

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
