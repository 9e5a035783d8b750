/**
 * Runs the built test files below some folders of `out/test` in Node, several at a time.
 *   node out/test/support/runFiles.js core cli --grep "some title"
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { runAndReport } from './reporter';
import { isLong } from './rounds';

const built = path.resolve(__dirname, '..');
const MAX_PROCESSES = 4;
const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

const mocha = new Mocha({
  ui: 'tdd',
  timeout: isLong ? 20 * 60_000 : 30_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'base',
  parallel: true,
  jobs: Math.min(os.availableParallelism(), MAX_PROCESSES),
});
if (values.grep !== undefined) mocha.grep(values.grep);
for (const file of positionals.flatMap(testFiles)) mocha.addFile(file);
void runAndReport((done) => mocha.run(done), console.log).then((failures) =>
  process.exit(failures > 0 ? 1 : 0),
);

function testFiles(folder: string): string[] {
  const below = path.join(built, folder);
  if (!fs.existsSync(below)) return [];
  return fs
    .readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()
    .map((name) => path.join(below, name));
}
