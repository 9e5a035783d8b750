import * as vscode from 'vscode';
import type { DataTexts } from '../../core/knowledge/load';
import { download, nameOf, type DownloadOptions } from '../../core/publisher/download';
import {
  importFiles,
  MAX_FILE,
  storedSources,
  type ImportReport,
  type InputFile,
} from '../../core/publisher/importFiles';
import { importedTexts } from '../../core/publisher/store/readFacts';
import { readSentences, readTexts, type PageTexts } from '../../core/publisher/store/readTexts';
import type { StoreState } from '../../core/publisher/store/state';
import { Store } from '../../core/publisher/store/store';
import { success, type Result } from '../../core/text/result';
import { editorFiles, sha256, UNIQUE } from './editorFiles';
import { fetchTransport } from './fetchTransport';
import { WorkerEngine } from './workerEngine';

/** The bundled data, and the mark of it. */
export interface BundledTexts {
  readonly texts: DataTexts;
  readonly base: string;
}

/** How an import is stopped, and whom it tells how far it is. */
export interface ImportProgress {
  readonly signal: AbortSignal;
  readonly onFile: (name: string, index: number) => void;
}

/** The publishers' files that were imported, as the windows of this machine share them. */
export class PublisherSource implements vscode.Disposable {
  private readonly files;
  private readonly store;
  private readonly program;
  private readonly changed = new vscode.EventEmitter<void>();
  private watching: vscode.Disposable | undefined;
  private known: Promise<StoreState> | undefined;
  /** Fired when other data is in use, in this window or by another one. */
  readonly onDidChange = this.changed.event;

  constructor(
    /** Where the data is kept. */
    private readonly folder: vscode.Uri,
    extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.files = editorFiles(folder);
    this.store = new Store(this.files, UNIQUE);
    this.program = vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js');
  }

  /** What is in use. */
  async state(): Promise<StoreState> {
    this.watching ??= this.watch();
    this.known ??= this.store.read().then(({ state }) => state);
    return this.known;
  }

  /** The imported facts and sentences over the bundled data; the latter alone if nothing was imported, or it is damaged. */
  async over({ texts, base }: BundledTexts): Promise<DataTexts> {
    try {
      const { current } = await this.state();
      if (!current) return texts;
      const sentences = await readSentences(this.files, current);
      const imported = await importedTexts(this.files, current, texts, base, async () => {
        const engine = new WorkerEngine(this.program);
        try {
          const started = await engine.start(texts, await storedSources(this.files, current));
          return started.ok ? await engine.merge() : started;
        } finally {
          engine.dispose();
        }
      });
      if (imported.ok) return { ...imported.value, sentences };
      throw new Error(imported.failure.message);
    } catch (error) {
      this.log.error(
        `Could not read the imported data, so the bundled data is used: ${error instanceof Error ? error.message : String(error)}`,
      );
      return texts;
    }
  }

  /** What was imported on an ATT&CK ID or a control's key; undefined if nothing was, or it can't be read. */
  async textsOf(keys: readonly [string, ...string[]]): Promise<PageTexts | undefined> {
    const { current } = await this.state();
    if (!current) return undefined;
    const texts = await readTexts(this.files, current, keys);
    if (texts.ok) return texts.value;
    this.log.error(texts.failure.message);
    return undefined;
  }

  /** Imports files, in a worker. */
  async importInputs(
    inputs: readonly InputFile[],
    { texts, base }: BundledTexts,
    { signal, onFile }: ImportProgress,
  ): Promise<Result<ImportReport>> {
    const engine = new WorkerEngine(this.program);
    const stop = (): void => engine.dispose();
    signal.addEventListener('abort', stop);
    try {
      const report = await importFiles(inputs, {
        store: this.store,
        files: this.files,
        engine,
        bundled: texts,
        base,
        sha256,
        now: () => new Date().toISOString(),
        isCancelled: () => signal.aborted,
        onFile,
      });
      if (report.ok) this.forget();
      return report;
    } finally {
      signal.removeEventListener('abort', stop);
      engine.dispose();
    }
  }

  /** Files that are loaded when they are read. `own` is for tests. */
  downloads(
    addresses: readonly string[],
    signal: AbortSignal,
    onProgress: DownloadOptions['onProgress'],
    own: Partial<DownloadOptions> = {},
  ): InputFile[] {
    const timer: DownloadOptions['timer'] = (ms, call) => {
      const running = setTimeout(call, ms);
      return () => clearTimeout(running);
    };
    const options = { transport: fetchTransport, timer, signal, onProgress, maxBytes: MAX_FILE, ...own };
    return addresses.map((address) => ({
      name: nameOf(address),
      read: async () => download(address, options),
    }));
  }

  async rollBack(): Promise<Result<StoreState>> {
    const state = await this.store.rollBack();
    if (state.ok) this.forget();
    return state.ok ? success(state.value) : state;
  }

  dispose(): void {
    this.watching?.dispose();
    this.changed.dispose();
  }

  private forget(): void {
    this.known = undefined;
    this.changed.fire();
  }

  /** Another window may import, too. */
  private watch(): vscode.Disposable {
    const states = new vscode.RelativePattern(this.folder, 'state-*.json');
    const watcher = vscode.workspace.createFileSystemWatcher(states, false, true, true);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(() => void this.reread()),
    );
  }

  private async reread(): Promise<void> {
    if (!this.known) return;
    const before = await this.known;
    const { state } = await this.store.read();
    if (JSON.stringify(state) !== JSON.stringify(before)) this.forget();
  }
}
