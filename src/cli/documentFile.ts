import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { decodeText } from '../core/text/decode';
import { failure, success, type Result } from '../core/text/result';
import { reasonFor } from './read';
import { writeWhole } from './write';

/** A new text for a file that was read. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF_16_MARK = Buffer.from([0xff, 0xfe]);
const UTF_16_SWAPPED = Buffer.from([0xfe, 0xff]);

/**
 * Writes a changed text in the encoding of its file, with its byte order mark. A file that changed meanwhile, or that
 * could not be written back as it was, is left alone.
 */
export async function writeChanged({ path, before, after }: ChangedFile): Promise<Result<undefined>> {
  const bytes = await readForChange(path);
  if (!bytes.ok) return bytes;
  if (decodeText(bytes.value) !== before)
    return failure('unwritable', `${path}: changed meanwhile, and was left alone`);
  if (!encoded(before, bytes.value).equals(bytes.value))
    return failure('unwritable', `${path}: not valid UTF-8, and was left alone`);
  return writeWhole(path, encoded(after, bytes.value));
}

async function readForChange(path: string): Promise<Result<Buffer>> {
  try {
    await access(path, constants.W_OK);
    return success(await readFile(path));
  } catch (error) {
    return failure('unwritable', reasonFor(path, error));
  }
}

function encoded(text: string, like: Buffer): Buffer {
  if (begins(like, UTF_16_MARK)) return Buffer.concat([UTF_16_MARK, Buffer.from(text, 'utf16le')]);
  if (begins(like, UTF_16_SWAPPED))
    return Buffer.concat([UTF_16_SWAPPED, Buffer.from(text, 'utf16le').swap16()]);
  const body = Buffer.from(text, 'utf8');
  return begins(like, UTF_8_MARK) ? Buffer.concat([UTF_8_MARK, body]) : body;
}

function begins(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
