import * as vscode from 'vscode';
import type { PathOf } from '../../core/workspace/coverage';

/** How a reader is told a document: its path in the workspace, with the folder where there are several. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** The same by URIs as texts, each looked up once; good for as long as the folders stay the same. */
export function pathsByUri(): PathOf {
  const known = new Map<string, string>();
  return (uri) => {
    const path = known.get(uri) ?? pathOf(vscode.Uri.parse(uri));
    known.set(uri, path);
    return path;
  };
}
