import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { seeded } from '../../support/random';
import {
  embeddedShapes,
  LANGUAGES,
  NAMED_SHAPES,
  shapes,
  textOf,
  titleOf,
  type Shape,
} from '../../support/shapes';
import { readAll } from '../../support/scanners';
import { stepsOf } from '../../support/steps';

const LENGTH = 2000;
const DOUBLINGS = 3;
/** Work that grows with the square is eight times as much per character after three doublings. */
const MAX_GROWTH = 2;
const SAMPLE = 8;

function stepsPerCharacter(shape: Shape, length: number): number {
  const text = textOf(shape, length);
  return stepsOf(() => void readAll(new PolicyDocument(text, shape.languageId))) / text.length;
}

/** How much more work a character is in a text eight times as long. */
function growth(shape: Shape): number {
  return stepsPerCharacter(shape, LENGTH * 2 ** DOUBLINGS) / stepsPerCharacter(shape, LENGTH);
}

function sample(all: Iterable<Shape>, count: number): Shape[] {
  const random = seeded(3);
  const list = [...all];
  return Array.from({ length: count }, () => list[Math.floor(random() * list.length)]).filter(
    (shape) => shape !== undefined,
  );
}

suite('reading a document takes steps in proportion to its length', function () {
  this.timeout(120_000);

  for (const [name, shape] of Object.entries(NAMED_SHAPES))
    test(`for ${name}`, () => {
      const found = growth(shape);
      assert.ok(found < MAX_GROWTH, `${found.toFixed(2)} times the steps a character: ${titleOf(shape)}`);
    });

  for (const [name, all] of [
    ...LANGUAGES.map((languageId) => [languageId, shapes(languageId)] as const),
    ['front matter and JSON', embeddedShapes()] as const,
  ])
    test(`for a sample of the catalog of shapes of ${name}`, () => {
      const failures = sample(all, SAMPLE)
        .map((shape) => [titleOf(shape), growth(shape)] as const)
        .filter(([, found]) => found >= MAX_GROWTH);
      assert.deepEqual(failures, []);
    });
});

suite('what a document keeps', () => {
  test('is no more than 64 keys for a place, and one list of them for all places in the same node', () => {
    const lists = new Set<readonly unknown[]>();
    const text = `a: ${'{b: ['.repeat(2000)}${'T1078, '.repeat(2000)}`;
    const { structure } = new PolicyDocument(text, 'yaml');
    for (let at = text.indexOf('T'); at >= 0; at = text.indexOf('T', at + 1)) {
      const { keys } = structure.placeAt(at);
      assert.equal(keys.length, 64);
      lists.add(keys);
    }
    assert.equal(lists.size, 1);
  });

  test('is one lead-in for all items of a list, no longer than 2000 characters', () => {
    const { structure, text } = new PolicyDocument(
      `${'a\n'.repeat(5000)}${'- T1078\n'.repeat(100)}`,
      'markdown',
    );
    assert.ok((structure.placeAt(text.length - 2).leadIn?.length ?? 0) <= 2000);
  });
});
