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

/** One analysis for each open document, kept for its version and settings; every feature shares it. */
export class AnalysisCache implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  /** Those of which the log told already that they look binary. */
  private readonly binary = new Set<string>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly knowledge: KnowledgeSource,
    private readonly settings: SettingsSource,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidCloseTextDocument((document) => this.entries.delete(document.uri.toString())),
      settings.onDidChange(() => this.entries.clear()),
    ];
  }

  /** Undefined for a document that is not looked at or looks binary, or where the knowledge base could not be read. */
  async get(document: vscode.TextDocument): Promise<Analysis | undefined> {
    if (!isInScope(document, this.settings)) return undefined;
    const settings = this.settings.for(document);
    const knowledge = await this.knowledge.get();
    if (!knowledge.ok || document.isClosed) return undefined;
    const key = document.uri.toString();
    const known = this.entries.get(key);
    const isAsBefore = known?.version === document.version && known.knowledge === knowledge.value;
    if (isAsBefore && known.analysis.settings === settings) return known.analysis;
    const text = document.getText();
    if (looksBinary(text)) return this.passOver(key);
    const analysis = new Analysis(text, document.languageId, knowledge.value, settings);
    this.entries.set(key, { version: document.version, analysis, knowledge: knowledge.value });
    return analysis;
  }

  private passOver(key: string): undefined {
    if (!this.binary.has(key)) this.log.info(`${key} looks binary and was not read`);
    this.binary.add(key);
    this.entries.delete(key);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.entries.clear();
  }
}
