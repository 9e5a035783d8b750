import * as vscode from 'vscode';

/** Tells how many of how many files are read. */
export type Report = (done: number, all: number) => void;

/** A reader waits gladly this long; after it, there is something to press. */
const OFFER_AFTER_MS = 3000;

/**
 * Runs work that reads the workspace: with its progress in the status bar, and where somebody waits for it and it takes
 * long, with a button that cancels it.
 */
export async function withBuildProgress(
  source: vscode.CancellationTokenSource,
  isAwaited: () => boolean,
  work: (report: Report) => Promise<void>,
): Promise<void> {
  let done = 0;
  let all = 0;
  const listeners: ((message: string) => void)[] = [];
  const report: Report = (...counts) => {
    [done, all] = counts;
    for (const listener of listeners) listener(`${done} of ${all} files`);
  };
  const running = work(report);
  running.catch(() => undefined); // told below, which begins to wait a little later
  const timer = setTimeout(() => {
    if (isAwaited()) void offerToStop(running, source, listeners);
  }, OFFER_AFTER_MS);
  const title = 'Control Lens: finding references';
  const shown = vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    async (progress) => {
      listeners.push((message) => progress.report({ message }));
      await running;
    },
  );
  try {
    await shown;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}

async function offerToStop(
  running: Promise<void>,
  source: vscode.CancellationTokenSource,
  listeners: ((message: string) => void)[],
): Promise<void> {
  const title = 'Finding references in the workspace';
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  await vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => source.cancel());
    listeners.push((message) => progress.report({ message }));
    await running.catch(() => undefined);
  });
}
