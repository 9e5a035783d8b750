import * as vscode from 'vscode';
import { panelHead, panelSteps } from '../../core/report/panel/body';
import { parsePanelMessage } from '../../core/report/panel/messages';
import { panelPage } from '../../core/report/panel/page';
import { MAX_AT_ONCE, updatesOf } from '../../core/report/panel/updates';
import type { CoverageReport } from '../../core/report/report';
import { fileNameOf } from '../../core/views/workspace/placeNodes';
import { Breather } from '../adapters/breather';
import { pathOf } from '../adapters/paths';
import { reportOn, type ReportSource } from '../commands/reportSource';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { goToPlace } from './goToPlace';

/** A report is more work than the problems of a document, and is looked at more slowly. */
const QUIET_MS = 500;

/** A report with what a panel shows of it. */
export interface ShownReport {
  readonly report: CoverageReport;
  readonly body: string;
}

export async function shownReport(
  deps: Dependencies,
  source: ReportSource,
): Promise<ShownReport | undefined> {
  const report = await reportOn(deps, source);
  return report && { report, body: await new Breather().run(panelSteps(report)) };
}

/** One panel with the report of one source; it follows what the source says. */
export class ReportPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the page shows once it is loaded, and what it should show. */
  private loaded = '';
  private body = '';
  private isStale = false;
  /** How often what is shown was sent to the page. */
  private sent = 0;
  private isDisposed = false;

  constructor(
    private readonly deps: Dependencies,
    private readonly panel: vscode.WebviewPanel,
    private readonly source: ReportSource,
    shown: ShownReport,
    onDispose: () => void,
  ) {
    this.show(shown);
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.receive(message).catch(this.logError);
      }),
      panel.onDidChangeViewState(() => this.schedule(0, this.isStale)),
      panel.onDidDispose(() => {
        this.dispose();
        onDispose();
      }),
      deps.settings.onDidChange(() => this.schedule()),
      this.followSource(),
    ];
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.panel.dispose();
  }

  /** A document that is gone is the likeliest of errors. */
  private readonly logError = (error: unknown): void => this.deps.log.error(String(error));

  private followSource(): vscode.Disposable {
    const { source } = this;
    if (source === 'workspace') return this.deps.indexer.onDidChange(() => this.schedule());
    return vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === source.toString()) this.schedule();
    });
  }

  /**
   * The page for when it is loaded, now or after it was hidden. The editor takes it in one go: of a long report it has
   * the beginning, and the rest follows once the page is there.
   */
  private show({ report, body }: ShownReport): void {
    const { webview } = this.panel;
    const script = webview.asWebviewUri(vscode.Uri.joinPath(this.deps.extensionUri, 'dist', 'report.js'));
    this.body = body;
    this.loaded = body.length > MAX_AT_ONCE ? panelHead(report) : body;
    this.panel.title = titleFor(this.source);
    webview.html = panelPage(report, {
      body: this.loaded,
      isWhole: this.loaded === body,
      nonce: newNonce(),
      script: script.toString(),
      source: String(this.source),
    });
  }

  private schedule(delay = QUIET_MS, isWanted = true): void {
    if (!isWanted) return;
    this.isStale = true;
    clearTimeout(this.timer);
    if (!this.panel.visible) return;
    this.timer = setTimeout(() => {
      this.refresh().catch(this.logError);
    }, delay);
  }

  private async refresh(): Promise<void> {
    this.isStale = false;
    if (this.source !== 'workspace' && !isOpen(this.source)) return;
    const shown = await shownReport(this.deps, this.source);
    if (!shown || this.isDisposed || shown.body === this.body) return;
    this.body = shown.body;
    await this.update();
  }

  private async update(): Promise<void> {
    const turn = ++this.sent;
    for (const message of updatesOf(this.body)) {
      if (turn !== this.sent || this.isDisposed) return; // something newer is on its way
      await this.panel.webview.postMessage(message);
    }
  }

  private async receive(value: unknown): Promise<void> {
    const message = parsePanelMessage(value);
    if (!message) {
      this.deps.log.warn('The report sent an unknown message.');
      return;
    }
    switch (message.type) {
      case 'ready':
        if (this.body !== this.loaded) await this.update();
        return;
      case 'open':
        return this.open(message.path, new vscode.Position(message.line, message.character));
      case 'references':
        await vscode.commands.executeCommand(COMMANDS.findReferencesOf, message.id);
        return;
      case 'export':
        await vscode.commands.executeCommand(COMMANDS.createReport, this.source, message.format);
        return;
    }
  }

  /** Only documents of the report: the page cannot name another. */
  private async open(path: string, place: vscode.Position): Promise<void> {
    const uri = this.documentAt(path);
    if (uri) await goToPlace(this.deps, uri, place, this.panel.viewColumn);
  }

  private documentAt(path: string): vscode.Uri | undefined {
    const { source } = this;
    const { indexer, paths } = this.deps;
    if (source !== 'workspace') return pathOf(source) === path ? source : undefined;
    const found = [...indexer.current.uris()].find((uri) => paths.pathOf(uri) === path);
    return found === undefined ? undefined : vscode.Uri.parse(found);
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

function titleFor(source: ReportSource): string {
  const of = source === 'workspace' ? 'Workspace' : fileNameOf(source.path);
  return `Coverage: ${of}`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
