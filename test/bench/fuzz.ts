/**
 * Changes documents at random and looks for one that breaks a promise; it is printed as a test to paste.
 *   npm run fuzz -- --minutes 5 --seed 7     the documents of CORPUS_DIR too, where there are any
 */
import { counterExample, testOf } from '../support/fuzz/fuzz';
import { mutant } from '../support/fuzz/mutate';
import { seedsOf } from '../support/fuzz/seeds';
import { seeded } from '../support/random';

/** Of each property, so that one that breaks often doesn't hide another. */
const MAX_SHOWN = 3;

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const random = seeded(option('seed', 1));
const end = Date.now() + option('minutes', 1) * 60_000;
const seeds = seedsOf(process.env['CORPUS_DIR'] ?? '../shared/corpus');
const shown = new Map<string, number>();
let cases = 0;
for (; Date.now() < end; cases++) {
  const found = counterExample(mutant(random, seeds));
  if (!found) continue;
  const count = (shown.get(found.property) ?? 0) + 1;
  shown.set(found.property, count);
  if (count <= MAX_SHOWN) console.log(`${testOf(found)}\n${found.reason.slice(0, 500)}\n`);
}
console.log(`${cases} cases from ${seeds.length} documents`);
for (const [property, count] of shown) console.log(`broken ${count} times: ${property}`);
process.exitCode = shown.size > 0 ? 1 : 0;
