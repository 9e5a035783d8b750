// What `npm test` does, in this order.
import fs from 'node:fs';
import path from 'node:path';
import { installed, root } from '../support/folders.mjs';
import { run } from '../support/process.mjs';
import { add, failed, none, passed, readCounts } from './counts.mjs';

const minutes = 60_000;
const longRun = { limit: 60 * minutes, env: { CONTROL_LENS_LONG: '1' } };

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [built] whether it works on what the stage `build` makes
 * @property {(options: Options) => Promise<import('./counts.mjs').none>} run gives its counts
 */

/**
 * @typedef {object} Options
 * @property {string} [grep] only the tests whose title matches
 * @property {boolean} [long] many more rounds of each random test (test/support/rounds.ts)
 */

/** @type {Stage[]} */
export const stages = [
  check('format', installed('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  check('lint', installed('oxlint/bin/oxlint'), '--type-aware'),
  check('types', installed('typescript/bin/tsc')),
  check('webview', installed('typescript/bin/tsc'), '--project', 'src/webview'),
  { name: 'build', run: build },
  ...['core', 'data', 'cli', 'manifest'].map((name) => tests(name, 5, 'out/test/support/runFiles.js', name)),
  tests('host', 30, 'test/host/run.mjs', 'node', 'untrusted', 'multi-root'),
  tests('page', 15, 'test/host/pages.mjs'),
  tests('web', 15, 'test/host/run.mjs', 'web'),
];

/** A program that counts as one test: it passes where it ends with 0. */
function check(name, program, ...flags) {
  return { name, run: () => succeeds(program, ...flags) };
}

async function succeeds(program, ...flags) {
  const { code } = await run(process.execPath, [program, ...flags], { cwd: root, limit: 5 * minutes });
  return code === 0 ? passed : failed;
}

/** Nothing that a file gone since then left behind may run. */
function build() {
  fs.rmSync(path.join(root, 'out/test'), { recursive: true, force: true });
  return succeeds('esbuild.mjs', '--production', '--tests');
}

/** A program that runs tests and prints their counts. */
function tests(name, limit, program, ...names) {
  return {
    name,
    built: true,
    run: ({ grep, long }) =>
      count([program, ...names, ...grepFlags(grep)], long ? longRun : { limit: limit * minutes }),
  };
}

const grepFlags = (grep) => (grep === undefined ? [] : ['--grep', grep]);

async function count(command, { limit, env = {} }) {
  let counts = none;
  const onLine = (line) => {
    const more = readCounts(line);
    if (more) counts = add(counts, more);
    else console.log(line);
  };
  const flags = ['--enable-source-maps', ...command];
  const options = { cwd: root, limit, onLine, env: { ...process.env, ...env } };
  const { code, stopped } = await run(process.execPath, flags, options);
  if (stopped) console.log(`Stopped after ${limit / minutes} minutes.`);
  const crashed = code !== 0 && counts.failed === 0;
  return crashed ? add(counts, failed) : counts;
}
