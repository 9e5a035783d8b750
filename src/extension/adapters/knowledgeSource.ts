import * as vscode from 'vscode';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { DATA_FILES, loadKnowledgeBase } from '../../core/knowledge/load';
import { failure, type Result } from '../../core/text/result';

/** Reads the knowledge base when it is first asked for, once. A failure is logged, and told by the status bar. */
export class KnowledgeSource {
  private loading: Promise<Result<KnowledgeBase>> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async get(): Promise<Result<KnowledgeBase>> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<Result<KnowledgeBase>> {
    const started = Date.now();
    const result = await this.read();
    if (result.ok) this.log.info(`Read the knowledge base in ${Date.now() - started} ms`);
    else this.log.error(`The knowledge base could not be read: ${result.failure.message}`);
    return result;
  }

  private async read(): Promise<Result<KnowledgeBase>> {
    try {
      const [attack, ...frameworks] = await Promise.all(
        [DATA_FILES.attack, ...DATA_FILES.frameworks].map((name) => this.text(name)),
      );
      return loadKnowledgeBase({ attack: attack ?? '', frameworks });
    } catch (error) {
      return failure('no-data', error instanceof Error ? error.message : String(error));
    }
  }

  private async text(name: string): Promise<string> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'data', name));
    return new TextDecoder().decode(bytes);
  }
}
