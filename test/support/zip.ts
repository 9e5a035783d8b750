const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;

/** The names of the files in a zip archive, sorted; out of its central directory (APPNOTE.TXT 4.3.12 and 4.3.16). */
export function zipNames(archive: Buffer): string[] {
  const end = archive.lastIndexOf(signature(END_OF_CENTRAL_DIRECTORY));
  const names: string[] = [];
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === CENTRAL_ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as Lengths;
    names.push(archive.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names.sort();
}

type Lengths = [name: number, extra: number, comment: number];

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
