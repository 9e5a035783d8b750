import type * as vscode from 'vscode';
import type { AnalysisCache } from './adapters/analysisCache';
import type { KnowledgeSource } from './adapters/knowledgeSource';
import type { WorkspacePaths } from './adapters/paths';
import type { SettingsSource } from './adapters/settingsSource';
import type { PublisherSource } from './publisher/publisherSource';
import type { WorkspaceIndexer } from './adapters/workspaceIndexer';

/** What features are made from. */
export interface Dependencies {
  readonly analyses: AnalysisCache;
  readonly knowledge: KnowledgeSource;
  readonly publisher: PublisherSource;
  readonly settings: SettingsSource;
  readonly indexer: WorkspaceIndexer;
  readonly paths: WorkspacePaths;
  readonly log: vscode.LogOutputChannel;
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
}
