import * as vscode from 'vscode';
import { report } from '../support/reporter';

/** Begins each line that the tests print, so that the runner tells them from the rest of VS Code's log. */
const MARK = '[test] ';

/** mocha constructs it with the run. */
export class Reporter {
  constructor(runner: Mocha.Runner) {
    report(runner, (line) => console.log(MARK + line));
  }
}

/** The titles to run. A web worker has no environment, so the runner passes it as a setting. */
export function grep(): string | undefined {
  return vscode.workspace.getConfiguration('controlLensTests').get<string>('grep');
}

/** Resolves at the end of a run in which nothing failed. */
export function finished(start: (done: (failures: number) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    start((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed.`)) : resolve()));
  });
}
