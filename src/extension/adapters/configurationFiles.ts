import * as vscode from 'vscode';
import { narrowed, type Configuration } from '../../core/configuration/configuration';
import { CONFIGURATION_FILES } from '../../core/configuration/keys';
import { loadConfiguration } from '../../core/configuration/loadConfiguration';
import { failure, success, type Result } from '../../core/text/result';

const MAX_FILES = 200;
const MAX_SIZE = 100_000;
const NAMES = `**/{${CONFIGURATION_FILES.join(',')}}`;

/** A configuration, and the place of a document below its folder. */
export interface Placed {
  readonly configuration: Configuration;
  /** Relative to the folder of the configuration. */
  readonly path: string;
}

/** A configuration as it is, and what is left of it where the workspace is not trusted. */
interface Read {
  readonly whole: Configuration;
  readonly narrow: Configuration;
}

/**
 * The configurations of the workspace folders, read when somebody asks first, and again when one changes. In a workspace
 * that is not trusted they only narrow.
 */
export class ConfigurationFiles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [this.changed];
  /** By the address of the workspace folder; nearest first. */
  private byFolder: ReadonlyMap<string, readonly Read[]> | undefined;
  private reading = 0;
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /** The nearest configuration above a document; undefined where there is none, or none is read yet. */
  of(uri: vscode.Uri): Placed | undefined {
    if (!this.byFolder) this.begin();
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const all = folder && this.byFolder?.get(folder.uri.toString());
    if (!folder || !all) return undefined;
    const path = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
    const read = all.find(({ whole }) => whole.folder === '' || path.startsWith(`${whole.folder}/`));
    if (!read) return undefined;
    const configuration = vscode.workspace.isTrusted ? read.whole : read.narrow;
    return { configuration, path: path.slice(read.whole.folder === '' ? 0 : read.whole.folder.length + 1) };
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private begin(): void {
    this.byFolder = new Map();
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml,json}');
    const touched = (uri: vscode.Uri): void => {
      if (this.isOurs(uri)) void this.read();
    };
    this.subscriptions.push(
      watcher,
      watcher.onDidCreate(touched),
      watcher.onDidChange(touched),
      watcher.onDidDelete(touched),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.read()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.changed.fire()),
    );
    void this.read();
  }

  /** One by its name, or one that another extends. */
  private isOurs({ path }: vscode.Uri): boolean {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (CONFIGURATION_FILES.some((each) => each === name)) return true;
    const known = [...(this.byFolder?.values() ?? [])].flat();
    return known.some(({ whole: { files } }) => files.some((file) => path.endsWith(`/${file}`)));
  }

  private async read(): Promise<void> {
    const own = ++this.reading;
    const folders = vscode.workspace.workspaceFolders ?? [];
    const all = await Promise.all(folders.map(async (folder) => this.configurationsIn(folder)));
    if (own !== this.reading) return;
    const before = [...(this.byFolder?.values() ?? [])].flat().length;
    this.byFolder = new Map(folders.map(({ uri }, index) => [uri.toString(), all[index] ?? []]));
    if (before + all.flat().length > 0) this.changed.fire();
  }

  private async configurationsIn(folder: vscode.WorkspaceFolder): Promise<Read[]> {
    const pattern = new vscode.RelativePattern(folder, NAMES);
    const uris = await vscode.workspace.findFiles(pattern, '**/node_modules/**', MAX_FILES);
    const loaded = await Promise.all(uris.map(async (uri) => this.load(folder, uri)));
    return loaded
      .flatMap((whole) => (whole ? [{ whole, narrow: narrowed(whole) }] : []))
      .sort((a, b) => b.whole.folder.length - a.whole.folder.length || (nameOf(b) < nameOf(a) ? -1 : 1));
  }

  private async load(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Promise<Configuration | undefined> {
    const root = folder.uri.path.replace(/\/$/, '');
    const file = uri.path.slice(root.length + 1);
    const loaded = await loadConfiguration(file, async (path) =>
      readText(vscode.Uri.joinPath(folder.uri, path)),
    );
    if (loaded.ok) return loaded.value;
    this.log.warn(`Configuration not used: ${loaded.failure.message}`);
    return undefined;
  }
}

/** YAML comes before JSON. */
function nameOf({ whole }: Read): string {
  return whole.files.at(-1) ?? '';
}

async function readText(uri: vscode.Uri): Promise<Result<string>> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_SIZE)
      return failure('bad-configuration', `${uri.path}: larger than ${MAX_SIZE / 1000} KB`);
    return success(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return failure('bad-configuration', `${uri.path}: can't be read`);
  }
}
