import assert from 'node:assert/strict';
import { contains, lastStartingBy, overlaps } from '../../../src/core/text/span';

suite('spans', () => {
  test('a span contains both of its ends, as a cursor may stand at either', () => {
    const span = { start: 2, end: 4 };
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((offset) => contains(span, offset)),
      [false, true, true, true, false],
    );
  });

  test('spans that only touch do not overlap', () => {
    assert.equal(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 }), false);
    assert.equal(overlaps({ start: 2, end: 3 }, { start: 0, end: 2 }), false);
    assert.equal(overlaps({ start: 0, end: 3 }, { start: 2, end: 3 }), true);
    assert.equal(overlaps({ start: 1, end: 2 }, { start: 0, end: 9 }), true);
  });

  test('lastStartingBy finds the last element at or before the offset', () => {
    const sorted = [{ start: 0 }, { start: 5 }, { start: 5 }, { start: 9 }];
    assert.deepEqual(
      [-1, 0, 4, 5, 8, 9, 100].map((offset) => lastStartingBy(sorted, offset)),
      [-1, 0, 0, 2, 2, 3, 3],
    );
    assert.equal(lastStartingBy([], 3), -1);
  });
});
