// Counting tests.

export const none = { passed: 0, failed: 0, skipped: 0 };
export const passed = { ...none, passed: 1 };
export const failed = { ...none, failed: 1 };
export const skipped = { ...none, skipped: 1 };

/** The sum of two counts. */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The counts that a line from a test run tells (test/support/reporter.ts prints it), or undefined. */
export function readCounts(line) {
  const json = /^\[result\] (\{.*\})$/.exec(line)?.[1];
  return json === undefined ? undefined : JSON.parse(json);
}

/** `12 passed, 0 failed`, and `, 3 skipped` where there are any. */
export const summary = (counts) =>
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`;
