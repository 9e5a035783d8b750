import assert from 'node:assert/strict';
import { editDistance } from '../../../src/core/text/editDistance';
import { randomText, seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

suite('the edit distance', () => {
  const cases: readonly [a: string, b: string, limit: number, expected: number][] = [
    ['IAM-14', 'IAM-14', 2, 0],
    ['', '', 0, 0],
    ['', 'ab', 2, 2],
    ['IAM-14', 'IAM-41', 2, 1],
    ['IMA-14', 'IAM-14', 2, 1],
    ['IAM-14', 'IAM-15', 2, 1],
    ['IAM-14', 'IAM-1', 2, 1],
    ['T1021', 'T10211', 2, 1],
    ['IAM-14', 'UEM-25', 4, 4],
    ['IAM-14', 'UEM-25', 3, 4],
    ['abc', 'xyz', 1, 2],
    ['a', 'abcdef', 2, 3],
  ];
  for (const [a, b, limit, expected] of cases) {
    test(`from "${a}" to "${b}" within ${limit} is ${expected}`, () => {
      assert.equal(editDistance(a, b, limit), expected);
      assert.equal(editDistance(b, a, limit), expected);
    });
  }

  test('agrees with its definition on random words', () => {
    const random = seeded(7);
    for (let round = 0; round < rounds(500, 20_000); round++) {
      const [a, b] = [randomText(random, ['a', 'b', 'c'], 6), randomText(random, ['a', 'b', 'c'], 6)];
      const exact = distance(a, b);
      for (const limit of [0, 1, 2, 9])
        assert.equal(editDistance(a, b, limit), Math.min(exact, limit + 1), `${a} ${b} ${limit}`);
    }
  });
});

/** The definition, by recursion (optimal string alignment). */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const options = [
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (isSwap) options.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...options);
}
