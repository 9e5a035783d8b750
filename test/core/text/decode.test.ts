import assert from 'node:assert/strict';
import { decodeText, looksBinary } from '../../../src/core/text/decode';

const TEXT = 'é 😀 GRC-03\r\n';

/** The text in UTF-16, with its byte order mark. */
function utf16(littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * TEXT.length + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < TEXT.length; at++) view.setUint16(2 * at + 2, TEXT.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

suite('decoding bytes', () => {
  test('reads UTF-8 with a byte order mark and without', () => {
    const bytes = new TextEncoder().encode(TEXT);
    assert.equal(decodeText(bytes), TEXT);
    assert.equal(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])), TEXT);
  });

  test('reads UTF-16 as its byte order mark says', () => {
    assert.equal(decodeText(utf16(true)), TEXT);
    assert.equal(decodeText(utf16(false)), TEXT);
  });

  test('takes bytes with a zero near the beginning for binary', () => {
    assert.ok(looksBinary(decodeText(new Uint8Array([0x25, 0x50, 0, 0x42]))));
    for (const text of ['', TEXT, decodeText(utf16(true)), `${' '.repeat(10_000)}\0`])
      assert.ok(!looksBinary(text));
  });

  test('never fails', () => {
    assert.equal(decodeText(new Uint8Array()), '');
    assert.equal(decodeText(new Uint8Array([0xff])), '\ufffd');
    assert.equal(decodeText(new Uint8Array([0x41, 0xff, 0, 0x42])), 'A\ufffd\0B');
  });
});
