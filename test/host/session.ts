import * as vscode from 'vscode';
import { runAndReport } from '../support/reporter';

/** Begins each line that the tests print, so that the runner tells them from the rest of VS Code's log. */
const MARK = '[test] ';

/** How mocha is set up in either extension host. The first hover of a session takes some seconds. */
export function mochaOptions(): Mocha.MochaOptions {
  const grep = vscode.workspace.getConfiguration('controlLensTests').get<string>('grep');
  return { ui: 'tdd', timeout: 60_000, reporter: 'base', ...(grep === undefined ? {} : { grep }) };
}

/** Runs the tests; rejects where one fails, as VS Code wants it. */
export async function runInHost(start: (done: (failures: number) => void) => Mocha.Runner): Promise<void> {
  const failures = await runAndReport(start, (line) => console.log(MARK + line));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
