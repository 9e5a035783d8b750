import assert from 'node:assert/strict';
import { counterExample, testOf } from '../support/fuzz/fuzz';
import { mutant } from '../support/fuzz/mutate';
import { seedsOf } from '../support/fuzz/seeds';
import { seeded } from '../support/random';
import { rounds } from '../support/rounds';

suite('every document that is changed at random', () => {
  test('keeps what is promised of all documents', () => {
    const random = seeded(12);
    const seeds = seedsOf();
    for (let round = 0; round < rounds(400, 10_000); round++) {
      const found = counterExample(mutant(random, seeds));
      if (found) assert.fail(`${testOf(found)}\n${found.reason}`);
    }
  });

  test('is offered no comment inside of another', () =>
    assert.equal(counterExample({ languageId: 'markdown', text: '<!--\nattack_T1057' }), undefined));
});
