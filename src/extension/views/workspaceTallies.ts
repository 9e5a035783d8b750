import type * as vscode from 'vscode';
import { Tallies } from '../../core/workspace/tree/tallies';
import type { WorkspaceIndex } from '../../core/workspace/workspaceIndex';
import { Breather } from '../adapters/breather';
import type { WorkspaceIndexer } from '../adapters/workspaceIndexer';

/** Keeps the tallies of the workspace, a slice at a time, while it is read and as it changes. */
export class WorkspaceTallies implements vscode.Disposable {
  private readonly changed = new Set<string>();
  private readonly subscription: vscode.Disposable;
  private running: Promise<void> = Promise.resolve();
  readonly tallies = new Tallies();

  constructor(indexer: WorkspaceIndexer, log: vscode.LogOutputChannel) {
    this.subscription = indexer.onDidChange(({ uris }) => {
      for (const uri of uris) this.changed.add(uri);
      this.update(indexer.current).catch((error: unknown) => log.error(String(error)));
    });
  }

  /** One after the other. */
  async update(index: WorkspaceIndex): Promise<void> {
    const work = this.running.then(async () => this.count(index));
    this.running = work.catch(() => undefined);
    return work;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async count(index: WorkspaceIndex): Promise<void> {
    const breather = new Breather();
    for (const uri of new Set([...this.changed, ...this.tallies.outdated(index)])) {
      this.changed.delete(uri);
      this.tallies.update(index, uri);
      await breather.breathe();
    }
  }
}
