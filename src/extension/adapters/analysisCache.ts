import * as vscode from 'vscode';
import { Analysis } from '../../core/analysis/analysis';
import { editionIfKnown } from '../../core/features/citations';
import type { EditionId } from '../../core/knowledge/framework';
import type { KnowledgeSource } from './knowledgeSource';
import { isInScope } from './scope';
import type { SettingsSource } from './settingsSource';

interface Entry {
  readonly version: number;
  readonly analysis: Analysis;
  /** The edition of the last version before it whose references were counted. */
  readonly before: EditionId | undefined;
}

/** One analysis for each open document, kept for its version and settings; every feature shares it. */
export class AnalysisCache implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly knowledge: KnowledgeSource,
    private readonly settings: SettingsSource,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidCloseTextDocument((document) => this.entries.delete(document.uri.toString())),
      settings.onDidChange(() => this.entries.clear()),
    ];
  }

  /** Undefined for a document that is not looked at, or where the knowledge base could not be read. */
  async get(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const settings = this.settings.for(document);
    if (!isInScope(document, settings)) return undefined;
    const knowledge = await this.knowledge.get();
    if (!knowledge.ok || document.isClosed) return undefined;
    const key = document.uri.toString();
    const known = this.entries.get(key);
    if (known?.version === document.version && known.analysis.settings === settings) return known.analysis;
    const analysis = new Analysis(document.getText(), document.languageId, knowledge.value, settings);
    const before = known && (editionIfKnown(known.analysis) ?? known.before);
    this.entries.set(key, { version: document.version, analysis, before });
    return analysis;
  }

  /** The edition that most references of an earlier version spoke of; see `citationsOf`. */
  editionBefore(document: vscode.TextDocument): EditionId | undefined {
    return this.entries.get(document.uri.toString())?.before;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.entries.clear();
  }
}
