import * as vscode from 'vscode';
import { IGNORE_FILES } from '../../core/index/ignoreFiles';

export interface WorkspaceWatch {
  /** A document or a file says something else, came or went; or a folder came or went. */
  readonly onTouched: (uri: vscode.Uri) => void;
  /** Which files belong to the workspace may have changed. */
  readonly onInvalid: () => void;
}

/** Follows documents, files and folders, on any file system. */
export function watchWorkspace({ onTouched, onInvalid }: WorkspaceWatch): vscode.Disposable {
  const { workspace } = vscode;
  const files = workspace.createFileSystemWatcher('**/*');
  const onFile = (uri: vscode.Uri): void => {
    if (IGNORE_FILES.some((name) => uri.path.endsWith(`/${name}`))) onInvalid();
    else onTouched(uri);
  };
  return vscode.Disposable.from(
    files,
    files.onDidCreate(onFile),
    files.onDidChange(onFile),
    files.onDidDelete(onFile),
    workspace.onDidOpenTextDocument(({ uri }) => onTouched(uri)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) onTouched(document.uri);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => onTouched(uri)),
    workspace.onDidCreateFiles(({ files: created }) => created.forEach(onFile)),
    workspace.onDidDeleteFiles(({ files: deleted }) => deleted.forEach(onFile)),
    workspace.onDidRenameFiles(({ files: renamed }) => {
      for (const { oldUri, newUri } of renamed) [oldUri, newUri].forEach(onFile);
    }),
    workspace.onDidChangeWorkspaceFolders(onInvalid),
    workspace.onDidChangeConfiguration((event) => {
      if (['files.exclude', 'files.associations', 'search'].some((key) => event.affectsConfiguration(key)))
        onInvalid();
    }),
  );
}
