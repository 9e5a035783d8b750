import assert from 'node:assert/strict';
import { greedyCover, smallestCover, type CoverProblem } from '../../../src/core/coverage/setCover';
import { seeded } from '../../support/random';
import { seeds } from '../../support/rounds';

function problem(seed: number, elements: number, sets: number): CoverProblem {
  const next = seeded(seed);
  const share = 0.1 + next() * 0.4;
  const all = Array.from({ length: elements }, (_, element) => element);
  return { elements, sets: Array.from({ length: sets }, () => all.filter(() => next() < share)) };
}

function union({ sets }: CoverProblem, chosen: readonly number[]): Set<number> {
  return new Set(chosen.flatMap((set) => sets[set] ?? []));
}

/** The size of a smallest cover, by trying every choice. */
function bruteForce(given: CoverProblem): number {
  const { sets } = given;
  const all = sets.map((_, set) => set);
  const wanted = union(given, all).size;
  let best = sets.length;
  for (let choice = 0; choice < 2 ** sets.length; choice++) {
    const chosen = all.filter((set) => choice & (1 << set));
    if (chosen.length < best && union(given, chosen).size === wanted) best = chosen.length;
  }
  return best;
}

suite('a set cover', () => {
  test('takes greedily the largest set, then the largest of what is left, the earlier of equals', () => {
    const sets = [[0, 1], [1, 2, 3], [0, 4], [4], [2, 3, 1]];
    assert.deepEqual(greedyCover({ elements: 5, sets }), [1, 2]);
  });

  test('leaves what no set has', () => {
    assert.deepEqual(greedyCover({ elements: 3, sets: [[1]] }), [0]);
    assert.deepEqual(smallestCover({ elements: 3, sets: [[1]] }), { sets: [0], exact: true });
    assert.deepEqual(smallestCover({ elements: 0, sets: [] }), { sets: [], exact: true });
  });

  test('finds a smaller cover than the greedy one', () => {
    const sets = [
      [0, 1, 2, 3],
      [0, 2, 4],
      [1, 3, 5],
    ];
    assert.deepEqual(greedyCover({ elements: 6, sets }), [0, 1, 2]);
    const { sets: found, exact } = smallestCover({ elements: 6, sets });
    assert.deepEqual([new Set(found), exact], [new Set([1, 2]), true]);
  });

  test('keeps the greedy cover if nothing is smaller', () => {
    const sets = [[0, 1], [0, 1], [2]];
    assert.deepEqual(smallestCover({ elements: 3, sets }).sets, [0, 2]);
  });

  test('is as small as the smallest of all choices', () => {
    for (const seed of seeds(150, 3000)) {
      const given = problem(seed, 4 + (seed % 14), 3 + (seed % 9));
      const { sets, exact } = smallestCover(given);
      const all = given.sets.map((_, set) => set);
      assert.ok(exact);
      assert.deepEqual(union(given, sets), union(given, all), `seed ${seed}`);
      assert.equal(sets.length, bruteForce(given), `seed ${seed}`);
    }
  });

  test('gives the best so far if its search takes too many steps, and says so', () => {
    const given = problem(7, 120, 60);
    const { sets, exact } = smallestCover(given, 3);
    assert.equal(exact, false);
    assert.deepEqual(union(given, sets).size, 120);
    assert.ok(sets.length <= greedyCover(given).length);
  });

  test('gives the same answer to the same problem', () => {
    const given = problem(11, 80, 40);
    assert.deepEqual(smallestCover(given, 500), smallestCover(given, 500));
  });
});
