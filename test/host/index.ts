/** The tests' entry in the Node extension host: VS Code calls `run`, and ends with 1 where it rejects. */
import Mocha from 'mocha';
import { Reporter, finished, grep } from './session';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: Reporter });
  const pattern = grep();
  if (pattern !== undefined) mocha.grep(pattern);
  mocha.suite.emit('pre-require', globalThis, '', mocha); // defines suite() and test() for what is required now
  await import('suites');
  await finished((done) => mocha.run(done));
}
