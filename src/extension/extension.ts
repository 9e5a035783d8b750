import * as vscode from 'vscode';
import { AnalysisCache } from './adapters/analysisCache';
import { KnowledgeSource } from './adapters/knowledgeSource';
import { WorkspacePaths } from './adapters/paths';
import { SettingsSource } from './adapters/settingsSource';
import { registerPreviewNote } from './adapters/refactoring';
import { WorkspaceIndexer } from './adapters/workspaceIndexer';
import { registerAttackChanges } from './commands/attackChanges';
import { registerFindReferences } from './commands/findReferences';
import { registerInsertControls } from './commands/insertControls';
import { registerLookUp } from './commands/lookUp';
import { registerFixAllInWorkspace } from './commands/fixAllInWorkspace';
import { registerMigrateAttack } from './commands/migrateAttack';
import { registerMigrateEdition } from './commands/migrateEdition';
import { registerShowMapping } from './commands/showMapping';
import { registerCreateReport } from './commands/createReport';
import { registerLogCommands } from './commands/logCommands';
import { registerOpenPage } from './commands/openPage';
import { registerOpenSample } from './commands/openSample';
import { registerPublisherTexts, type PublisherCommands } from './commands/publisherTexts';
import { registerUnmappedCommands } from './commands/unmapped';
import { registerDiagnostics } from './diagnostics/registerDiagnostics';
import { registerCodeActions } from './providers/codeActions';
import { registerCompletions } from './providers/completions';
import { registerDefinitions } from './providers/definitions';
import { registerDocumentSymbols } from './providers/documentSymbols';
import { registerHighlights } from './providers/highlights';
import { registerFixAllActions } from './providers/fixAllActions';
import { registerHovers } from './providers/hovers';
import { registerInsertActions } from './providers/insertActions';
import { registerLenses } from './providers/lenses';
import { registerLinks } from './providers/links';
import { PublisherSource } from './publisher/publisherSource';
import { registerReadingPages } from './providers/readingPages';
import { registerRulePages } from './providers/rulePages';
import { registerReferences } from './providers/references';
import { registerRename } from './providers/rename';
import { registerWorkspaceSymbols } from './providers/workspaceSymbols';
import { registerSuggestBegunIds } from './providers/suggestBegunIds';
import { registerOpenReport } from './report/openReport';
import { registerCheckTask } from './tasks/checkTask';
import { registerViews, type Views } from './views/registerViews';
import { registerStatusBar } from './views/statusBar';

/** What tests are given. */
export interface ForTests extends Views {
  readonly texts: PublisherCommands;
}

/**
 * Registers everything, and does nothing else: data is read when the first document or view needs it. Gives its views
 * to tests.
 */
export function activate(context: vscode.ExtensionContext): ForTests | undefined {
  const log = vscode.window.createOutputChannel('Control Lens', { log: true });
  const storage = vscode.Uri.joinPath(context.globalStorageUri, 'publisher');
  const publisher = new PublisherSource(storage, context.extensionUri, log);
  const knowledge = new KnowledgeSource(context.extensionUri, log, publisher);
  const settings = new SettingsSource(log);
  const analyses = new AnalysisCache(knowledge, settings, log);
  const indexer = new WorkspaceIndexer(analyses, knowledge, settings, log);
  const paths = new WorkspacePaths();
  const { extensionUri } = context;
  const deps = { analyses, knowledge, publisher, settings, indexer, paths, log, extensionUri };
  const views = registerViews(deps, context.workspaceState);
  const diagnostics = registerDiagnostics(deps);
  const texts = registerPublisherTexts(deps);
  context.subscriptions.push(
    log,
    views,
    texts,
    publisher,
    knowledge,
    settings,
    analyses,
    indexer,
    paths,
    registerHovers(deps),
    registerLenses(deps),
    registerLinks(deps),
    registerCodeActions(deps),
    registerFixAllActions(deps),
    registerFixAllInWorkspace(deps),
    registerPreviewNote(),
    registerMigrateEdition(deps),
    registerMigrateAttack(deps),
    registerAttackChanges(deps),
    registerInsertActions(deps),
    registerCompletions(deps),
    registerSuggestBegunIds(deps),
    registerLookUp(deps),
    diagnostics,
    registerCheckTask(deps, diagnostics),
    registerRulePages(),
    registerReadingPages(deps),
    registerOpenPage(deps),
    registerStatusBar(deps),
    registerReferences(deps),
    registerRename(deps),
    registerDefinitions(deps),
    registerHighlights(deps),
    registerDocumentSymbols(deps),
    registerWorkspaceSymbols(deps),
    registerFindReferences(deps),
    registerUnmappedCommands(deps),
    registerInsertControls(deps),
    registerShowMapping(),
    registerCreateReport(deps),
    registerOpenReport(deps),
    registerOpenSample(deps),
    registerLogCommands(deps),
  );
  return context.extensionMode === vscode.ExtensionMode.Test ? Object.assign(views, { texts }) : undefined;
}
