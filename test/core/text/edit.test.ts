import assert from 'node:assert/strict';
import { composeEdits } from '../../../src/core/text/composeEdits';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

/** Edits that do not overlap, in any order. */
function randomEdits(random: () => number, text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = 0; at <= text.length; at += Math.floor(random() * 4)) {
    const end = Math.min(text.length, at + Math.floor(random() * 3));
    if (random() < 0.5)
      edits.push({ span: { start: at, end }, newText: 'xyz'.slice(Math.floor(random() * 4)) });
    at = end + 1;
  }
  return edits.sort(() => random() - 0.5);
}

suite('edits', () => {
  test('are made in any order', () => {
    const edits = [
      { span: { start: 4, end: 6 }, newText: 'E' },
      { span: { start: 0, end: 0 }, newText: 'A' },
      { span: { start: 1, end: 2 }, newText: '' },
    ];
    assert.equal(applyEdits('abcdefg', edits), 'AacdEg');
  });

  test('that follow others are made with them at once', () => {
    const random = seeded(3);
    for (let round = 0; round < rounds(2000, 50_000); round++) {
      const text = 'abcdefghijkl'.slice(0, Math.floor(random() * 13));
      const first = randomEdits(random, text);
      const between = applyEdits(text, first);
      const second = randomEdits(random, between);
      const both = composeEdits(text, first, second);
      const what = JSON.stringify([text, first, second, both]);
      assert.equal(applyEdits(text, both), applyEdits(between, second), what);
      for (const [index, { span }] of both.entries()) {
        const next = both[index + 1];
        assert.ok(!next || span.end <= next.span.start, what);
      }
    }
  });
});
