/** What came of a number of tests. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Begins the last line: the counts follow as JSON. `scripts/test/counts.mjs` reads it. */
const RESULT = '[result] ';

/**
 * Runs tests, prints them, and resolves to the number that failed. `start` begins the run: mocha's own `run`, with
 * a reporter that prints nothing (`base`).
 */
export function runAndReport(
  start: (done: (failures: number) => void) => Mocha.Runner,
  write: (line: string) => void,
): Promise<number> {
  return new Promise((resolve) => report(start(resolve), write));
}

/**
 * Prints the tests of a run as an indented list, each failure with its stack where it happens; at the end the
 * failures again, each by its suite and title as one sentence, and the counts. It needs nothing but `write`, so that
 * it serves in Node, in VS Code's extension hosts and in a worker.
 */
function report(runner: Mocha.Runner, write: (line: string) => void): void {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  let depth = 0;
  const print = (text: string): void => {
    for (const line of text.split('\n')) write('  '.repeat(depth) + line);
  };
  runner.on('suite', (suite) => {
    if (!suite.root) print(suite.title);
    depth++;
  });
  runner.on('suite end', () => depth--);
  runner.on('pass', (test) => {
    counts.passed++;
    const duration = test.duration ?? 0;
    print(`✔ ${test.title}${duration > test.slow() ? ` (${duration} ms)` : ''}`);
  });
  runner.on('pending', (test) => {
    counts.skipped++;
    print(`- ${test.title}`);
  });
  runner.on('fail', (test, error) => {
    counts.failed++;
    failures.push(test.fullTitle());
    print(`✖ ${test.title}\n${describe(error)}`);
  });
  runner.on('end', () => {
    for (const title of failures) write(`✖ ${title}`);
    write(RESULT + JSON.stringify(counts));
  });
}

/** Of another process comes a plain object with the parts of the error. */
function describe(error: unknown): string {
  if (!(error instanceof Object && 'message' in error)) return String(error);
  const { name, message, stack = '' } = error as Error;
  return stack.includes(message) ? stack : `${name}: ${message}\n${stack}`;
}
