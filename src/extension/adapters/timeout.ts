import type * as vscode from 'vscode';

/** A file system that has no answer by then is held to have none: a share that is gone, a place that is asleep. */
export const TIMEOUT_MS = 30_000;

/**
 * Waits for an answer of a file system, and no longer than it may take.
 * @throws Error where it takes longer; what was asked for goes on, and nobody hears of it.
 */
export async function inTime<T>(answer: Thenable<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} seconds`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for the work, or for the cancellation: undefined then, and the work goes on with nobody waiting. */
export async function unlessCancelled<T>(
  work: Promise<T>,
  token: vscode.CancellationToken | undefined,
): Promise<T | undefined> {
  if (!token) return work;
  let listener: vscode.Disposable | undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    listener = token.onCancellationRequested(() => resolve(undefined));
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    listener?.dispose();
  }
}
