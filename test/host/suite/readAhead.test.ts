import assert from 'node:assert/strict';
import { Breather } from '../../../src/extension/adapters/breather';
import { readAhead } from '../../../src/extension/adapters/readAhead';
import { pause } from '../support/editor';

suite('reading ahead', () => {
  test('gives all in their order, and has only so many open at once', async () => {
    const numbers = Array.from({ length: 300 }, (_, number) => number);
    let open = 0;
    let most = 0;
    const read = async (number: number): Promise<number> => {
      most = Math.max(most, ++open);
      await pause(number % 3);
      open--;
      return number;
    };
    const found: number[] = [];
    for (const { value, done } of readAhead(numbers, read)) found.push(value ?? (await done));
    assert.deepEqual(found, numbers);
    assert.ok(most > 20 && most <= 64, `${most} at once`);
  });

  test('reports a failed read only to whoever waits for it', async () => {
    const read = async (number: number): Promise<number> => {
      if (number === 7) throw new Error('gone');
      return number;
    };
    for (const { done } of readAhead([1, 2], read)) await done;
    const all = [...readAhead([6, 7, 8], read)];
    await pause(20); // an unhandled rejection would end the tests
    await assert.rejects(async () => all[1]?.done, /gone/);
    assert.equal(await all[2]?.done, 8);
  });
});

/** A breather with a clock that only `work` moves, and a count of the turns that others get meanwhile. */
function measured(): { breather: Breather; work: (milliseconds: number) => void; stop: () => number } {
  let now = 0;
  let turns = 0;
  let isOver = false;
  const { setImmediate: soon = setTimeout } = globalThis as { setImmediate?: (call: () => void) => unknown };
  const turn = (): void => {
    turns++;
    if (!isOver) soon(turn);
  };
  soon(turn);
  const stop = (): number => {
    isOver = true;
    return turns;
  };
  return { breather: new Breather(() => now), work: (milliseconds) => (now += milliseconds), stop };
}

/** Ten slices of ten milliseconds end. How soon a worker's timers follow each other is its own affair. */
function assertTurns(turns: number): void {
  assert.ok(turns >= 5 && turns <= 20, `${turns} turns`);
}

suite('the breather', () => {
  test('lets others work even if everything that it waits for is there', async () => {
    const { breather, work, stop } = measured();
    for (let step = 0; step < 20; step++) {
      work(5);
      await breather.waitFor(Promise.resolve());
      await breather.yieldIfDue();
    }
    assertTurns(stop());
  });

  test('lets others work between two steps of long work, and gives its result', async () => {
    const { breather, work, stop } = measured();
    const steps = function* (): Generator<undefined, string, undefined> {
      for (let step = 0; step < 20; step++) {
        work(5);
        yield;
      }
      return 'done';
    };
    assert.equal(await breather.run(steps()), 'done');
    assertTurns(stop());
    assert.deepEqual([breather.longestSlice, breather.worked], [10, 100]);
  });
});
