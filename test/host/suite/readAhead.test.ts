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

  test('tells whoever waits for it that one could not be read, and nobody else', async () => {
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

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

suite('a breather', () => {
  test('lets others work too where all that it waits for is there already', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const breather = new Breather();
    for (let step = 0; step < 20; step++) {
      work(5);
      await breather.rest(Promise.resolve());
      await breather.breathe();
    }
    clearInterval(timer);
    assert.ok(turns >= 5, `${turns} turns`);
  });

  test('lets others work between two steps of long work, and gives its result', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const steps = function* (): Generator<undefined, string, undefined> {
      for (let step = 0; step < 20; step++) {
        work(5);
        yield;
      }
      return 'done';
    };
    const breather = new Breather();
    assert.equal(await breather.run(steps()), 'done');
    clearInterval(timer);
    assert.ok(turns >= 5, `${turns} turns`);
    assert.ok(breather.longestSlice < breather.worked && breather.worked >= 95);
  });
});
