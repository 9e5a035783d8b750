import * as vscode from 'vscode';
import { Analysis } from '../../core/analysis/analysis';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { looksBinary } from '../../core/text/decode';
import type { KnowledgeSource } from './knowledgeSource';
import { isInScope } from './scope';
import type { SettingsSource } from './settingsSource';

interface Entry {
  readonly version: number;
  readonly analysis: Analysis;
  readonly knowledge: KnowledgeBase;
}

/** In characters: a longer document would keep other extensions waiting for seconds after each pause in typing. */
const MAX_OPEN = 5_000_000;

interface PassedOver {
  readonly version: number;
  readonly isTooLarge: boolean;
}

/** One analysis for each open document, kept for its version and settings; every feature shares it. */
export class AnalysisCache implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  /** Those that look binary or are too large. */
  private readonly passed = new Map<string, PassedOver>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly knowledge: KnowledgeSource,
    private readonly settings: SettingsSource,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.entries.delete(uri.toString());
        this.passed.delete(uri.toString());
      }),
      settings.onDidChange(() => this.entries.clear()),
    ];
  }

  /**
   * Undefined for a document that is not looked at, looks binary or is too large, or where the knowledge base could not be
   * read.
   */
  async get(document: vscode.TextDocument): Promise<Analysis | undefined> {
    if (!isInScope(document, this.settings)) return undefined;
    const settings = this.settings.for(document);
    const knowledge = await this.knowledge.get();
    if (!knowledge.ok || document.isClosed) return undefined;
    const key = document.uri.toString();
    const known = this.entries.get(key);
    const isAsBefore = known?.version === document.version && known.knowledge === knowledge.value;
    if (isAsBefore && known.analysis.settings === settings) return known.analysis;
    if (this.passed.get(key)?.version === document.version) return undefined;
    const text = document.getText();
    const isTooLarge = text.length > MAX_OPEN;
    if (isTooLarge || looksBinary(text)) return this.passOver(key, { version: document.version, isTooLarge });
    this.passed.delete(key);
    const analysis = new Analysis(text, document.languageId, knowledge.value, settings);
    this.entries.set(key, { version: document.version, analysis, knowledge: knowledge.value });
    return analysis;
  }

  /** Whether a document is longer than what is looked at while it is open. */
  isTooLarge({ uri, version }: vscode.TextDocument): boolean {
    const passed = this.passed.get(uri.toString());
    return passed?.version === version && passed.isTooLarge;
  }

  private passOver(key: string, passed: PassedOver): undefined {
    const why = passed.isTooLarge ? 'is too large' : 'looks binary';
    if (!this.passed.has(key)) this.log.info(`${key} ${why} and was not read`);
    this.passed.set(key, passed);
    this.entries.delete(key);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.entries.clear();
  }
}
