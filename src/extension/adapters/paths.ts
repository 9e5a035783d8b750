import * as vscode from 'vscode';
import type { PathOf } from '../../core/coverage/workspaceCoverage';
import type { Breather } from './breather';

/** How a reader is told a document: its path in the workspace, with the folder where there are several. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** The same by URIs as texts, each looked up once. */
export class WorkspacePaths implements vscode.Disposable {
  private readonly known = new Map<string, string>();
  private readonly subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => this.known.clear());

  readonly pathOf: PathOf = (uri) => {
    const path = this.known.get(uri) ?? pathOf(vscode.Uri.parse(uri));
    this.known.set(uri, path);
    return path;
  };

  /** Looks them up with breaks: thousands of them take a while. */
  async prepare(uris: Iterable<string>, breather: Breather): Promise<void> {
    for (const uri of uris) {
      this.pathOf(uri);
      await breather.yieldIfDue();
    }
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
