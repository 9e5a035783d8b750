import * as vscode from 'vscode';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { DATA_FILES, loadKnowledgeBase } from '../../core/knowledge/load';
import { SUMMARIES_FILE } from '../../core/knowledge/summaries';
import { failure, type Result } from '../../core/text/result';

/** A failure stands for this long: many features ask at once, and one try answers all of them. */
const RETRY_MS = 1000;

/**
 * Reads the knowledge base when it is first asked for, once. A failure is logged, and told by the status bar; a later
 * use tries again.
 */
export class KnowledgeSource implements vscode.Disposable {
  private readonly recovered = new vscode.EventEmitter<void>();
  private loading: Promise<Result<KnowledgeBase>> | undefined;
  private failed: { readonly at: number; readonly message: string } | undefined;
  /** Fired when the data could be read after it could not. */
  readonly onDidRecover = this.recovered.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async get(): Promise<Result<KnowledgeBase>> {
    const isTimeToRetry = this.failed !== undefined && performance.now() - this.failed.at > RETRY_MS;
    if (!this.loading || isTimeToRetry) this.loading = this.load();
    return this.loading;
  }

  dispose(): void {
    this.recovered.dispose();
  }

  private async load(): Promise<Result<KnowledgeBase>> {
    const started = performance.now();
    const before = this.failed;
    this.failed = undefined; // while it is read, nobody else tries
    const result = await this.read();
    if (result.ok) {
      this.log.info(`Read the knowledge base in ${Math.round(performance.now() - started)} ms`);
      if (before) this.recovered.fire();
    } else {
      const { message } = result.failure;
      if (before?.message !== message) this.log.error(`Could not read the knowledge base: ${message}`);
      this.failed = { at: performance.now(), message };
    }
    return result;
  }

  private async read(): Promise<Result<KnowledgeBase>> {
    try {
      const summaries = this.summaries();
      const [attack, ...frameworks] = await Promise.all(
        [DATA_FILES.attack, ...DATA_FILES.frameworks].map((name) => this.text(name)),
      );
      return loadKnowledgeBase({ attack: attack ?? '', frameworks, summaries: await summaries }, (problem) =>
        this.log.error(`Could not read the summaries: ${problem}`),
      );
    } catch (error) {
      return failure('no-data', error instanceof Error ? error.message : String(error));
    }
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
