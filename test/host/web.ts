/** The tests' entry in the web extension host, a worker without Node. `build.mjs` puts mocha in front of it. */
import { mochaOptions, runInHost } from './session';

declare const mocha: BrowserMocha;

export async function run(): Promise<void> {
  mocha.setup({ ...mochaOptions(), ui: 'tdd' }); // defines suite() and test() for what is imported now
  await import('suites');
  await runInHost((done) => mocha.run(done));
}
