import * as vscode from 'vscode';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';

/** The first is shown. A list, since an installed extension's folder cannot be listed everywhere. */
export const SAMPLE_FILES = [
  'access-control-policy.md',
  'control-register.yaml',
  'legacy-cloud-standard.md',
] as const;
const FOLDER = 'control-lens-sample';

/** Copies the sample policies into a folder, given or asked for; where nothing can be written, opens them untitled. */
export function registerOpenSample({ extensionUri, log }: Dependencies): vscode.Disposable {
  const sample = vscode.Uri.joinPath(extensionUri, 'media', 'sample');
  return vscode.commands.registerCommand(COMMANDS.openSample, async (into?: unknown) => {
    if (!canWrite()) return openUntitled(sample);
    const parent = into instanceof vscode.Uri ? into : await pickFolder();
    if (!parent) return;
    const target = vscode.Uri.joinPath(parent, FOLDER);
    try {
      await copy(sample, target);
    } catch (error) {
      log.warn(`Could not copy the samples: ${String(error)}`);
      return openUntitled(sample);
    }
    await show(target);
  });
}

function canWrite(): boolean {
  const scheme = vscode.workspace.workspaceFolders?.[0]?.uri.scheme ?? 'file';
  return [scheme, 'file'].some((each) => vscode.workspace.fs.isWritableFileSystem(each) === true);
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      title: `Select a folder. The samples are copied into a new folder "${FOLDER}" in it.`,
      openLabel: 'Copy Samples Here',
    })) ?? [];
  return folder;
}

/** What is there already stays as it is. */
async function copy(sample: vscode.Uri, target: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(target);
  for (const name of SAMPLE_FILES) {
    const file = vscode.Uri.joinPath(target, name);
    if (await exists(file)) continue;
    await vscode.workspace.fs.writeFile(
      file,
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(sample, name)),
    );
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** In this window where the folder belongs to the workspace, else as a folder of its own. */
async function show(folder: vscode.Uri): Promise<void> {
  if (vscode.workspace.getWorkspaceFolder(folder)) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, SAMPLE_FILES[0]));
    return;
  }
  const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}

async function openUntitled(sample: vscode.Uri): Promise<void> {
  for (const name of SAMPLE_FILES.toReversed()) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(sample, name));
    const content = new TextDecoder().decode(bytes);
    const language = name.endsWith('.md') ? 'markdown' : 'yaml';
    const document = await vscode.workspace.openTextDocument({ content, language });
    await vscode.window.showTextDocument(document, { preview: false });
  }
}
