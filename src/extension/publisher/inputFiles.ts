import * as vscode from 'vscode';
import { MAX_FILE, type InputFile } from '../../core/publisher/importFiles';
import { failure, success, type Result } from '../../core/text/result';

const MAX_FILES = 500;
const MAX_DEPTH = 12;

/** Asks for files or a folder; undefined if the user chooses none. */
export async function pickInputs(): Promise<readonly InputFile[] | undefined> {
  const items = [
    {
      label: 'Files…',
      detail: 'ATT&CK bundles and mapping files of the Mappings Explorer (JSON)',
      isFolder: false,
    },
    { label: 'Folder…', detail: 'Every such file in a folder and the folders in it', isFolder: true },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: 'Control Lens: Import Publisher Texts' });
  if (!chosen) return undefined;
  const uris = await vscode.window.showOpenDialog({
    canSelectFiles: !chosen.isFolder,
    canSelectFolders: chosen.isFolder,
    canSelectMany: true,
    openLabel: 'Import',
    title: 'Import Publisher Texts',
    ...(chosen.isFolder ? {} : { filters: { JSON: ['json'] } }),
  });
  return uris && filesAt(uris);
}

/** The files, and the JSON files below the folders; hidden ones are left out. */
export async function filesAt(uris: readonly vscode.Uri[]): Promise<readonly InputFile[]> {
  const found: vscode.Uri[] = [];
  for (const uri of uris) found.push(...(await jsonFilesAt(uri, 0)));
  return found.slice(0, MAX_FILES).map(inputOf);
}

async function jsonFilesAt(uri: vscode.Uri, depth: number): Promise<vscode.Uri[]> {
  const { fs } = vscode.workspace;
  const isFolder = await fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false, // told when it is read
  );
  if (!isFolder) return [uri];
  if (depth > MAX_DEPTH) return [];
  const found: vscode.Uri[] = [];
  for (const [name, type] of (await fs.readDirectory(uri)).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.startsWith('.') || type & vscode.FileType.SymbolicLink) continue;
    const child = vscode.Uri.joinPath(uri, name);
    if (type === vscode.FileType.Directory) found.push(...(await jsonFilesAt(child, depth + 1)));
    else if (name.endsWith('.json')) found.push(child);
  }
  return found;
}

function inputOf(uri: vscode.Uri): InputFile {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return { name, read: async () => read(uri, name) };
}

async function read(uri: vscode.Uri, name: string): Promise<Result<Uint8Array>> {
  const { fs } = vscode.workspace;
  try {
    if ((await fs.stat(uri)).size > MAX_FILE)
      return failure('too-large', `${name} is larger than ${MAX_FILE / 1_000_000} MB`);
    return success(await fs.readFile(uri));
  } catch (error) {
    return failure(
      'unreadable',
      `Could not read ${name}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
