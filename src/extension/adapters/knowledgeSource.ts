import * as vscode from 'vscode';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { DATA_FILES, loadKnowledgeBase, type DataTexts } from '../../core/knowledge/load';
import { SUMMARIES_FILE } from '../../core/knowledge/summaries';
import { fingerprint } from '../../core/publisher/store/state';
import { failure, type Result } from '../../core/text/result';
import type { BundledTexts, PublisherSource } from '../publisher/publisherSource';

/** A failure stands for this long: many features ask at once, and one try answers all of them. */
const RETRY_MS = 1000;

/**
 * Reads the knowledge base when it is first asked for, once. A failure is logged, and told by the status bar; a later
 * use tries again.
 */
export class KnowledgeSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable | undefined;
  private loading: Promise<Result<KnowledgeBase>> | undefined;
  private failed: { readonly at: number; readonly message: string } | undefined;
  /** Fired when the data could be read after it could not, and when other data was imported. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    /** What was imported; undefined for the bundled data alone. */
    private readonly imported?: PublisherSource,
  ) {
    this.subscription = imported?.onDidChange(() => {
      this.loading = undefined;
      this.changed.fire();
    });
  }

  async get(): Promise<Result<KnowledgeBase>> {
    const isTimeToRetry = this.failed !== undefined && performance.now() - this.failed.at > RETRY_MS;
    if (!this.loading || isTimeToRetry) this.loading = this.load();
    return this.loading;
  }

  dispose(): void {
    this.subscription?.dispose();
    this.changed.dispose();
  }

  private async load(): Promise<Result<KnowledgeBase>> {
    const started = performance.now();
    const before = this.failed;
    this.failed = undefined; // while it is read, nobody else tries
    const result = await this.read();
    if (result.ok) {
      this.log.info(`Read the knowledge base in ${Math.round(performance.now() - started)} ms`);
      if (before) this.changed.fire();
    } else {
      const { message } = result.failure;
      if (before?.message !== message) this.log.error(`Could not read the knowledge base: ${message}`);
      this.failed = { at: performance.now(), message };
    }
    return result;
  }

  /** The data that ships. @throws Error if it can't be read */
  async bundled(): Promise<BundledTexts> {
    const summaries = this.summaries();
    const sources = this.imported ? this.text('sources.json') : Promise.resolve('');
    const [attack, ...frameworks] = await Promise.all(
      [DATA_FILES.attack, ...DATA_FILES.frameworks].map((name) => this.text(name)),
    );
    const texts = { attack: attack ?? '', frameworks, summaries: await summaries };
    return { texts, base: fingerprint(await sources) };
  }

  private async read(): Promise<Result<KnowledgeBase>> {
    try {
      const bundled = await this.bundled();
      const texts = this.imported ? await this.imported.over(bundled) : bundled.texts;
      const loaded = this.loaded(texts);
      if (loaded.ok || texts === bundled.texts) return loaded;
      this.log.error(
        `Could not read the imported data, so the bundled data is used: ${loaded.failure.message}`,
      );
      return this.loaded(bundled.texts);
    } catch (error) {
      return failure('no-data', error instanceof Error ? error.message : String(error));
    }
  }

  private loaded(texts: DataTexts): Result<KnowledgeBase> {
    return loadKnowledgeBase(texts, (problem) => this.log.error(`Could not read descriptions: ${problem}`));
  }

  /** Nothing else waits for these sentences. */
  private async summaries(): Promise<string | undefined> {
    try {
      return await this.text(SUMMARIES_FILE);
    } catch (error) {
      this.log.error(
        `Could not read the summaries: ${error instanceof Error ? error.message : String(error)}`,
      );
      return undefined;
    }
  }

  private async text(name: string): Promise<string> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'data', name));
    return new TextDecoder().decode(bytes);
  }
}
