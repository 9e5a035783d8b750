/**
 * Times the reading of documents of many shapes at N, 2N and 4N characters, and prints those whose time grows faster
 * than their length. Patterns that backtrack show here, as they do not where steps are counted.
 *   node out/growth.js             the named shapes, and all of the catalog that grow or are slow
 *   node out/growth.js 20000       with another N
 */
import { PolicyDocument } from '../../src/core/documents/document';
import { readAll } from '../support/scanners';
import {
  embeddedShapes,
  LANGUAGES,
  NAMED_SHAPES,
  shapes,
  textOf,
  titleOf,
  type Shape,
} from '../support/shapes';

const FACTORS = [1, 2, 4];
/** Milliseconds below which a time says nothing of growth. */
const MIN_LENGTH = 30;
/** Four times the length takes about four times as long. */
const MAX_GROWTH = 6.5;
const base = Number(process.argv[2] ?? 20_000);

for (const [name, shape] of Object.entries(NAMED_SHAPES)) print(name, timesOf(shape));

let count = 0;
for (const shape of catalog()) {
  count++;
  if (timeOf(shape, base * 4) < MIN_LENGTH) continue;
  const times = timesOf(shape);
  const [first = 0, , last = 0] = times;
  if (last > MIN_LENGTH && last / first > MAX_GROWTH) print(titleOf(shape), times);
}
console.log(`${count} shapes`);

function* catalog(): Generator<Shape> {
  for (const languageId of LANGUAGES) yield* shapes(languageId);
  yield* embeddedShapes();
}

/** The shortest of three: what else the machine does makes a time longer, never shorter. */
function timesOf(shape: Shape): number[] {
  return FACTORS.map((factor) => Math.min(...[1, 2, 3].map(() => timeOf(shape, base * factor))));
}

function timeOf(shape: Shape, length: number): number {
  const text = textOf(shape, length);
  const start = performance.now();
  readAll(new PolicyDocument(text, shape.languageId));
  return performance.now() - start;
}

function print(name: string, times: readonly number[]): void {
  console.log([...times.map((time) => `${time.toFixed(1).padStart(9)} ms`), ` ${name}`].join(''));
}
