import assert from 'node:assert/strict';
import { counterExample, testOf } from '../support/fuzz/fuzz';
import { mutant } from '../support/fuzz/mutate';
import { seedsOf } from '../support/fuzz/seeds';
import { seeded } from '../support/random';
import { wholeCorpus } from '../support/corpus';
import { rounds } from '../support/rounds';

/** `npm test` reads one document out of this many. */
const SAMPLED = 10;

suite('every document that is changed at random', () => {
  test('keeps what is promised of all documents', () => {
    const random = seeded(12);
    const seeds = seedsOf();
    for (let round = 0; round < rounds(400, 10_000); round++) {
      const found = counterExample(mutant(random, seeds));
      if (found) assert.fail(`${testOf(found)}\n${found.reason}`);
    }
  });

  test('keeps it as the corpus has it', function () {
    this.timeout(600_000);
    const documents = wholeCorpus(this).filter(({ text }) => text.length <= rounds(10_000, 60_000));
    for (const [index, { name, languageId, text }] of documents.entries()) {
      if (index % rounds(SAMPLED, 1) !== 0) continue;
      const found = counterExample({ languageId, text });
      if (found) assert.fail(`${name}\n${testOf(found)}\n${found.reason}`);
    }
  });

  test('is offered no comment inside of another', () =>
    assert.equal(counterExample({ languageId: 'markdown', text: '<!--\nattack_T1057' }), undefined));
});
