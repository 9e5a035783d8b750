/**
 * Runs the built test files below some folders of `out/test` in Node.
 *   node out/test/support/runFiles.js core cli --grep "some title"
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { runAndReport } from './reporter';

const built = path.resolve(__dirname, '..');
const { values, positionals } = parseArgs({ options: { grep: { type: 'string' } }, allowPositionals: true });

const mocha = new Mocha({
  ui: 'tdd',
  timeout: 30_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'base',
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
    .filter((name) => name.endsWith('.test.js'))
    .sort()
    .map((name) => path.join(below, name));
}
