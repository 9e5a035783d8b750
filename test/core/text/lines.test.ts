import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/text/lines';
import { randomText, seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

suite('the index of lines', () => {
  const cases: readonly { name: string; text: string; lines: readonly string[] }[] = [
    { name: 'an empty text has one empty line', text: '', lines: [''] },
    { name: 'no final newline', text: 'a\nbc', lines: ['a', 'bc'] },
    { name: 'a final newline begins an empty line', text: 'a\n', lines: ['a', ''] },
    { name: 'LF', text: 'a\n\nb\n', lines: ['a', '', 'b', ''] },
    { name: 'CRLF', text: 'a\r\n\r\nb\r\n', lines: ['a', '', 'b', ''] },
    { name: 'lone CR', text: 'a\r\rb', lines: ['a', '', 'b'] },
    { name: 'mixed', text: 'a\rb\nc\r\nd\n\re', lines: ['a', 'b', 'c', 'd', '', 'e'] },
    { name: 'LF at the very start', text: '\na', lines: ['', 'a'] },
    { name: 'CR before CRLF', text: 'a\r\r\nb', lines: ['a', '', 'b'] },
  ];
  for (const { name, text, lines } of cases) {
    test(`splits a text into lines: ${name}`, () => {
      const index = new LineIndex(text);
      assert.equal(index.count, lines.length);
      assert.deepEqual(
        lines.map((_, line) => index.textOf(line)),
        lines,
      );
    });
  }

  test('counts positions in UTF-16 code units', () => {
    const index = new LineIndex('a\n😀b');
    assert.deepEqual(index.positionAt(4), { line: 1, character: 2 });
    assert.deepEqual(index.rangeOf({ start: 2, end: 5 }), {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 3 },
    });
  });

  test('puts an offset inside a line ending at the end of its line', () => {
    const index = new LineIndex('ab\r\nc');
    assert.deepEqual(index.positionAt(3), { line: 0, character: 2 });
    assert.equal(index.endOf(0), 2);
  });

  test('puts offsets outside the text at its ends', () => {
    const index = new LineIndex('a\nb');
    assert.deepEqual(index.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 1, character: 1 });
  });

  test('puts positions outside the text at the ends of their line, or of the text', () => {
    const index = new LineIndex('abc\nd');
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 3);
    assert.equal(index.offsetAt({ line: 7, character: 0 }), 5);
    assert.deepEqual(index.spanOf(1), { start: 4, end: 5 });
  });

  test('agrees with a naive reading of random texts', () => {
    const random = seeded(1);
    for (let round = 0; round < rounds(400, 20_000); round++) {
      const text = randomText(random, ['\n', '\r', '\r\n', 'a', 'bc', '😀'], 30);
      const index = new LineIndex(text);
      const naive = text.split(/\r\n|\r|\n/);
      assert.equal(index.count, naive.length, JSON.stringify(text));
      for (let offset = 0; offset <= text.length; offset++) {
        const { line, character } = naivePosition(text, offset);
        assert.equal(index.lineAt(offset), line, `${JSON.stringify(text)} at ${offset}`);
        const position = index.positionAt(offset);
        assert.deepEqual(position, { line, character: Math.min(character, naive[line]?.length ?? 0) });
        if (character <= (naive[line]?.length ?? 0)) assert.equal(index.offsetAt(position), offset);
      }
    }
  });
});

/** Walks the text one character at a time. */
function naivePosition(text: string, offset: number): { line: number; character: number } {
  let line = 0;
  let character = 0;
  for (let at = 0; at < offset; at++) {
    const isCrOfCrLf = text[at] === '\r' && text[at + 1] === '\n';
    if (text[at] === '\n' || (text[at] === '\r' && !isCrOfCrLf)) {
      line++;
      character = 0;
    } else character++;
  }
  return { line, character };
}
