// npm test: checks and tests everything. It needs nothing but Node and npm.
//   npm test -- --only core,cli      these stages (see scripts/test/stages.mjs); what they need is built
//   npm test -- --grep TITLE         only the tests whose title matches
//   npm run test:long                the random tests of the core, each with many more rounds
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { endOnSignal } from './support/process.mjs';
import { add, failed, none, skipped, summary } from './test/counts.mjs';
import { stages } from './test/stages.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string' }, grep: { type: 'string' }, long: { type: 'boolean' } },
});

endOnSignal();
const results = [];
try {
  await ensureInstalled();
  for (const stage of select(values.only?.split(','))) results.push(await carryOut(stage));
} catch (error) {
  console.error(error.message);
  results.push({ name: 'set-up', counts: failed, seconds: '' });
}
const total = results.map((result) => result.counts).reduce(add, none);
console.log(['', ...results.map(row), ''].join('\n'));
if (total.skipped > 0) console.log(`${total.skipped} skipped: what they need is not here.`);
console.log(summary({ ...total, skipped: 0 })); // whoever counts reads the last line
process.exit(total.failed > 0 ? 1 : 0);

function select(names = stages.map((stage) => stage.name)) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) throw new Error(`There is no stage "${unknown}".`);
  const selected = (stage) => names.includes(stage.name);
  const needsBuild = stages.some((stage) => selected(stage) && stage.built);
  return stages.filter((stage) => selected(stage) || (needsBuild && stage.name === 'build'));
}

async function carryOut(stage) {
  console.log(`\n── ${stage.name}`);
  const begin = Date.now();
  const counts = hasNoBuild(stage) ? skipped : await runStage(stage);
  return { name: stage.name, counts, seconds: ((Date.now() - begin) / 1000).toFixed(1) };
}

function hasNoBuild(stage) {
  return stage.built && results.some(({ name, counts }) => name === 'build' && counts.failed > 0);
}

async function runStage(stage) {
  try {
    return await stage.run(values);
  } catch (error) {
    console.error(error);
    return failed;
  }
}

function row({ name, counts, seconds }) {
  return `${name.padEnd(10)}${seconds.padStart(6)} s   ${summary(counts)}`;
}
