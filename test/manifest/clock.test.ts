import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, projectText } from '../support/manifest';

/** What reads the time. How long a test may take is mocha's affair; how long work takes, the benchmarks print. */
const CLOCKS = ['performance.now', 'Date.now', 'new Date(', 'process.hrtime', 'process.cpuUsage'];

const isBenchmark = (file: string): boolean => file.split('/').includes('bench');

function testFiles(): string[] {
  return readdirSync(path.join(projectFolder, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('test', name.split(path.sep).join('/')))
    .filter((name) => name.endsWith('.ts') && name !== 'test/manifest/clock.test.ts' && !isBenchmark(name));
}

suite('the tests', () => {
  test('read no clock, so that a busy machine fails none of them', () => {
    const readers = testFiles().filter((file) => CLOCKS.some((clock) => projectText(file).includes(clock)));
    assert.deepEqual(readers, []);
  });
});
