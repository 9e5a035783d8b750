import type * as vscode from 'vscode';

/** One timer for each document: work begins when it has been quiet for a while, and once. */
export class Scheduler implements vscode.Disposable {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly quietMs: number,
    private readonly work: (document: vscode.TextDocument) => Promise<void>,
    private readonly report: (error: Error) => void,
  ) {}

  schedule(document: vscode.TextDocument, delay = this.quietMs): void {
    this.cancel(document);
    const key = document.uri.toString();
    const timer = setTimeout(() => {
      this.timers.delete(key);
      this.work(document).catch((error: unknown) =>
        this.report(error instanceof Error ? error : new Error(String(error))),
      );
    }, delay);
    this.timers.set(key, timer);
  }

  cancel(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
