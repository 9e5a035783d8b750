import * as vscode from 'vscode';

/** A file system of texts, as an extension for a remote place has one; nothing searches it. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** How often the entries of each folder were asked for, by path. */
  readonly asked = new Map<string, number>();
  private readonly held = new Map<string, Promise<void>>();

  constructor(private readonly texts: Map<string, string>) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const text = this.texts.get(path);
    if (text === undefined && this.below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    const type = text === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
    const entries = this.below(path).map((rest): [string, vscode.FileType] => {
      const [name = '', ...more] = rest.split('/');
      return [name, more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
    });
    return [...new Map(entries)];
  }

  /** From now on, whoever reads the file waits, until what this gives is called. */
  hold(path: string): () => void {
    let release = (): void => undefined;
    this.held.set(path, new Promise<void>((resolve) => (release = resolve)));
    return () => {
      this.held.delete(path);
      release();
    };
  }

  async readFile({ path }: vscode.Uri): Promise<Uint8Array> {
    await this.held.get(path);
    const text = this.texts.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.texts.set(uri.path, new TextDecoder().decode(content));
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  createDirectory(): void {
    // a folder is there as soon as it holds a file
  }

  delete(uri: vscode.Uri): void {
    this.texts.delete(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  /** The paths below a folder, without the folder. */
  private below(folder: string): string[] {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.texts.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length));
  }
}
