/** The tests' entry in the web extension host, which has no Node: mocha's build for browsers, and one bundle. */
import 'mocha/mocha';
import { Reporter, finished, grep } from './session';

declare const mocha: BrowserMocha;

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 20_000, reporter: Reporter, ...(grep() === undefined ? {} : { grep: grep() }) });
  await import('suites');
  await finished((done) => mocha.run(done));
}
