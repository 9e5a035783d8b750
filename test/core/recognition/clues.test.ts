import assert from 'node:assert/strict';
import { CLUES } from '../../../src/core/recognition/scoring';
import type { Clue } from '../../../src/core/recognition/clue';
import { writtenIn } from '../../support/references';

/** The clues that count for the ID in ⟦ ⟧; empty if it is no reference. */
function cluesOf(marked: string): readonly string[] {
  const start = marked.indexOf('⟦');
  const text = marked.replace('⟦', '').replace('⟧', '');
  const languageId = /^[\w-]+:(?:\n| \[)/.test(text) ? 'yaml' : 'markdown';
  const reference = writtenIn(languageId, text).find(({ span }) => span.start === start);
  return reference?.evidence.map(({ clue }) => clue) ?? [];
}

/** Those that a setting makes count. */
const bySetting = ({ id }: Clue): boolean => id.startsWith('assumed');

suite('a clue', () => {
  for (const clue of CLUES.filter((each) => !bySetting(each))) {
    test(`${clue.id} counts for its example, and not for its counter-example`, () => {
      assert.ok(cluesOf(clue.example).includes(clue.id), `${clue.example}\n${cluesOf(clue.example).join()}`);
      assert.ok(!cluesOf(clue.counter).includes(clue.id), clue.counter);
    });
  }

  test('has an ID of its own, a weight, and names where it was seen', () => {
    assert.equal(new Set(CLUES.map(({ id }) => id)).size, CLUES.length);
    for (const { id, weight, seen } of CLUES) assert.ok(weight !== 0 && seen !== '', id);
  });

  test('is the only one of its family for what it needs', () => {
    const needs = CLUES.flatMap((clue) => clue.needs.map((need) => `${clue.family} ${need}`));
    assert.equal(new Set(needs).size, needs.length);
  });
});
