import assert from 'node:assert/strict';
import { successionOf } from '../../../src/core/publisher/attack/successors';

suite('the successors of an ATT&CK ID', () => {
  test('end a chain of a hundred thousand steps', () => {
    const last = 100_000;
    const next = (id: string) => {
      const to = Number(id) + 1;
      return to > last ? [] : [{ from: id, to: String(to), inferred: to === 7 }];
    };
    assert.deepEqual(successionOf('1', next), { successors: [String(last)], inferred: true });
    assert.deepEqual(successionOf('8', next), { successors: [String(last)], inferred: false });
  });

  test('end a loop behind the start, and find the way out of it', () => {
    const steps: Readonly<Record<string, readonly string[]>> = { a: ['b'], b: ['c'], c: ['b', 'd'] };
    const next = (id: string) => (steps[id] ?? []).map((to) => ({ from: id, to, inferred: false }));
    assert.deepEqual(successionOf('a', next).successors, ['d']);
  });
});
