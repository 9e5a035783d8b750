import * as vscode from 'vscode';
import { decodeText, looksBinary } from '../../core/text/decode';
import type { Breather } from './breather';
import { FolderFiles } from './folderFiles';
import { inTime, TIMEOUT_MS } from './timeout';
import { isInScope, mayHaveProblems } from './scope';
import type { DocumentScope, SettingsSource } from './settingsSource';

const MAX_FILE = 1024 * 1024;
const MAX_OF_FOLDER = 10_000;

/** Which documents and files a workspace has, in all its folders. */
export class WorkspaceFiles {
  private folders: readonly FolderFiles[] = [];

  constructor(
    private readonly settings: SettingsSource,
    private readonly log: vscode.LogOutputChannel,
    /** In milliseconds: how long a file may take to be read. */
    private readonly timeout = TIMEOUT_MS,
  ) {}

  /** Every file and every open document that is read, by URI. */
  async findAll(token: vscode.CancellationToken, breather: Breather): Promise<Map<string, DocumentScope>> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const made = Promise.all(
      folders.map((folder) => FolderFiles.of(folder, this.settings, token, this.timeout)),
    );
    this.folders = await breather.waitFor(made);
    const all = new Map<string, DocumentScope>();
    for (const folder of this.folders) {
      const { files, isCut } = await folder.find(token, breather);
      for (const file of files) {
        all.set(file.uri.toString(), file);
        await breather.yieldIfDue();
      }
      if (isCut) this.log.warn(`${folder.name}: only ${files.length} files are read (workspace.maxFiles)`);
    }
    for (const [uri, document] of openDocuments()) if (this.isWanted(document)) all.set(uri, document);
    return all;
  }

  /** Open documents outside of the workspace count while they are open. */
  isWanted(document: vscode.TextDocument): boolean {
    const folder = this.folderOf(document.uri);
    if (folder) return folder.allows(document);
    return mayHaveProblems(document) && isInScope(document, this.settings);
  }

  /** What is to be read where a URI is touched: a document, or all below a folder that came; empty where it is gone. */
  async scopesAt(uri: vscode.Uri, breather: Breather): Promise<readonly DocumentScope[]> {
    const document = openDocuments().get(uri.toString());
    if (document) return this.isWanted(document) ? [document] : [];
    const folder = this.folderOf(uri);
    const kind = folder && !folder.keepsOut(uri) ? await breather.waitFor(this.kindOf(uri)) : undefined;
    if (folder && kind === 'folder') return folder.findBelow(uri, undefined, MAX_OF_FOLDER, breather);
    const scope = kind === 'file' ? folder?.scopeOf(uri) : undefined;
    return scope ? [scope] : [];
  }

  /** Undefined for a file that cannot be read, is too large or looks binary. */
  async textOf(uri: vscode.Uri): Promise<string | undefined> {
    try {
      const { fs } = vscode.workspace;
      const { size } = await inTime(fs.stat(uri), this.timeout);
      const text = size <= MAX_FILE ? decodeText(await inTime(fs.readFile(uri), this.timeout)) : undefined;
      if (text !== undefined && !looksBinary(text)) return text;
      const why = text === undefined ? 'is larger than 1 MB' : 'looks binary';
      this.log.info(`${uri.path} ${why} and was not read`);
    } catch (error) {
      this.log.debug(`${uri.path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    return undefined;
  }

  private async kindOf(uri: vscode.Uri): Promise<'file' | 'folder' | undefined> {
    try {
      const { type } = await inTime(vscode.workspace.fs.stat(uri), this.timeout);
      return type & vscode.FileType.Directory ? 'folder' : 'file';
    } catch {
      return undefined;
    }
  }

  private folderOf(uri: vscode.Uri): FolderFiles | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
    return this.folders.find((each) => each.uri === folder);
  }
}

export function openDocuments(): Map<string, vscode.TextDocument> {
  const open = vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed);
  return new Map(open.map((document) => [document.uri.toString(), document]));
}
