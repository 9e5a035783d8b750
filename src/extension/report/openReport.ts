import * as vscode from 'vscode';
import { pickSource, sourceFrom, type ReportSource } from '../commands/reportSource';
import { COMMANDS, REPORT_VIEW } from '../contributions';
import type { Dependencies } from '../dependencies';
import { ReportPanel, shownReport } from './reportPanel';

/** The report in a panel, one for each document and one for the workspace; opened again with the window. */
export function registerOpenReport(deps: Dependencies): vscode.Disposable {
  const panels = new Map<string, ReportPanel>();
  const show = async (source: ReportSource, given?: vscode.WebviewPanel): Promise<void> => {
    const key = String(source);
    const shown = panels.has(key) ? undefined : await shownReport(deps, source);
    const known = panels.get(key); // perhaps opened meanwhile
    if (known) known.reveal();
    if (known || !shown) return given?.dispose();
    const panel = given ?? createPanel(deps.extensionUri);
    panels.set(key, new ReportPanel(deps, panel, source, shown, () => panels.delete(key)));
  };
  return vscode.Disposable.from(
    { dispose: () => [...panels.values()].forEach((panel) => panel.dispose()) },
    vscode.commands.registerCommand(COMMANDS.openReport, async (of?: unknown) => {
      const source = sourceFrom(of) ?? (await pickSource(deps));
      if (source) await show(source);
    }),
    vscode.commands.registerCommand(COMMANDS.openDocumentReport, async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (uri) await show(uri);
    }),
    vscode.commands.registerCommand(COMMANDS.openWorkspaceReport, async () => show('workspace')),
    vscode.window.registerWebviewPanelSerializer(REPORT_VIEW, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const source = sourceOf(state);
        panel.webview.options = optionsFor(deps.extensionUri);
        if (!source) return panel.dispose();
        await show(source, panel).catch((error: unknown) => {
          deps.log.warn(`Could not reopen the report: ${String(error)}`);
          panel.dispose();
        });
      },
    }),
  );
}

function createPanel(extensionUri: vscode.Uri): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    REPORT_VIEW,
    '',
    vscode.ViewColumn.Beside,
    optionsFor(extensionUri),
  );
}

function optionsFor(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
}

/** Out of what the page keeps; see `PageState`. */
function sourceOf(state: unknown): ReportSource | undefined {
  if (typeof state !== 'object' || state === null || !('source' in state)) return undefined;
  const { source } = state;
  if (source === 'workspace') return source;
  return typeof source === 'string' && source !== '' ? vscode.Uri.parse(source) : undefined;
}
