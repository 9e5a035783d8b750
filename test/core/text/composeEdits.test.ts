import assert from 'node:assert/strict';
import { composeEdits, offsetBefore } from '../../../src/core/text/composeEdits';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit';
import { overlaps } from '../../../src/core/text/span';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

suite('edits that follow others', () => {
  test('make one edit of two at a place', () => {
    const first = [{ span: { start: 2, end: 4 }, newText: 'XYZ' }];
    const second = [{ span: { start: 3, end: 6 }, newText: '-' }];
    assert.deepEqual(composeEdits('abcdefgh', first, second), [
      { span: { start: 2, end: 5 }, newText: 'X-' },
    ]);
  });

  test('stay apart if their places are apart', () => {
    const first = [{ span: { start: 0, end: 1 }, newText: 'XYZ' }];
    const second = [{ span: { start: 5, end: 6 }, newText: '' }];
    assert.deepEqual(composeEdits('abcdefgh', first, second), [
      first[0],
      { span: { start: 3, end: 4 }, newText: '' },
    ]);
  });

  test('know where an offset was', () => {
    const edits = [{ span: { start: 2, end: 4 }, newText: 'XYZ' }];
    assert.deepEqual(
      [0, 2, 4, 5, 7].map((offset) => offsetBefore(edits, offset)),
      [0, 2, 2, 4, 6],
    );
  });

  test('give what both rounds give one after the other, whatever they are', () => {
    const random = seeded(11);
    const below = (most: number): number => Math.floor(random() * most);
    for (let round = 0; round < rounds(500, 20_000); round++) {
      const text = 'abcdefghijklmnop';
      const first = randomEdits(below, text.length);
      const between = applyEdits(text, first);
      const second = randomEdits(below, between.length);
      const edits = composeEdits(text, first, second);
      assert.equal(applyEdits(text, edits), applyEdits(between, second));
      assert.ok(
        edits.every(({ span }, index) => !edits.slice(0, index).some((each) => overlaps(each.span, span))),
      );
    }
  });
});

function randomEdits(below: (most: number) => number, length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = below(4); at < length; at += 1 + below(5)) {
    const end = Math.min(length, at + below(4));
    edits.push({ span: { start: at, end }, newText: 'XYZW'.slice(0, end === at ? 1 : below(4)) });
    at = end;
  }
  return edits;
}
