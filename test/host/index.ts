/** The tests' entry in the Node extension host: VS Code calls `run`, and ends with 1 where it rejects. */
import Mocha from 'mocha';
import { mochaOptions, runInHost } from './session';

export async function run(): Promise<void> {
  const mocha = new Mocha(mochaOptions());
  mocha.suite.emit('pre-require', globalThis, '', mocha); // defines suite() and test() for what is imported now
  await import('suites');
  await runInHost((done) => mocha.run(done));
}
