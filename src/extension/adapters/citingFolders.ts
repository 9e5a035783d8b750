import * as vscode from 'vscode';
import type { WorkspaceIndexer } from './workspaceIndexer';

/** The folders of the workspace in which a document cites a control, as far as the workspace was read. */
export class CitingFolders implements vscode.Disposable {
  private folders: ReadonlySet<string> = new Set();
  private version = -1;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly following: vscode.Disposable;
  /** Fired after the folders are others than before. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly indexer: WorkspaceIndexer) {
    this.following = indexer.onDidChange(() => {
      const before = this.folders;
      this.update();
      if (!isSame(before, this.folders)) this.changed.fire();
    });
  }

  /** Whether a document in the folder of this one cites a control; nothing is read for it. */
  has(uri: vscode.Uri): boolean {
    this.update();
    return this.folders.has(folderOf(uri.toString()));
  }

  dispose(): void {
    this.following.dispose();
    this.changed.dispose();
  }

  private update(): void {
    const { current } = this.indexer;
    if (current.version === this.version) return;
    this.version = current.version;
    this.folders = new Set([...current.controlDocuments()].map(folderOf));
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
