import * as vscode from 'vscode';
import { Analysis } from '../../core/analysis/analysis';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { factsOf } from '../../core/index/facts';
import { WorkspaceIndex } from '../../core/index/workspaceIndex';
import type { AnalysisCache } from './analysisCache';
import { Breather } from './breather';
import { withBuildProgress, type Report } from './buildProgress';
import type { KnowledgeSource } from './knowledgeSource';
import { TIMEOUT_MS, unlessCancelled } from './timeout';
import { readAhead } from './readAhead';
import type { DocumentScope, SettingsSource } from './settingsSource';
import { openDocuments, WorkspaceFiles } from './workspaceFiles';
import { WorkspaceChanges } from './workspaceChanges';
import { watchWorkspace } from './workspaceWatcher';

interface Text {
  readonly scope: DocumentScope;
  readonly text: string | undefined;
}

/** How many of how many files are read. */
export interface ReadingProgress {
  readonly done: number;
  readonly all: number;
}

const QUIET_MS = 250;

/**
 * Keeps the index of the workspace. Nothing is read before `get` is called; from then on open documents, files and
 * settings are followed. The text of an open document wins over its file.
 */
export class WorkspaceIndexer implements vscode.Disposable {
  private readonly index = new WorkspaceIndex();
  private readonly files: WorkspaceFiles;
  private readonly changes = new WorkspaceChanges(this.index);
  private readonly touched = new Map<string, vscode.Uri>();
  private watching: vscode.Disposable | undefined;
  private building: Promise<void> | undefined;
  private stopping: vscode.CancellationTokenSource | undefined;
  private updating: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isComplete = false;
  /** Set while the workspace is read, where that began under settings that hold no longer. */
  private isOutdated = false;
  /** The user ended the reading before all was read. */
  private wasStopped = false;
  /** Whether somebody who cannot go on meanwhile waits for what is being read. */
  private isAwaited = false;
  /** What is known was read under settings that hold no longer. */
  private mustReread = false;
  /** Fired after changes, several of them together. */
  readonly onDidChange = this.changes.onDidChange;
  private readonly progressed = new vscode.EventEmitter<ReadingProgress>();
  /** Fired now and then while many files are read. */
  readonly onDidProgress = this.progressed.event;

  constructor(
    private readonly analyses: AnalysisCache,
    private readonly knowledge: KnowledgeSource,
    private readonly settings: SettingsSource,
    private readonly log: vscode.LogOutputChannel,
    /** In milliseconds: how long a file may take to be read. */
    timeout = TIMEOUT_MS,
  ) {
    this.files = new WorkspaceFiles(settings, log, timeout);
  }

  /** What is there already; nothing is read for it. */
  get current(): WorkspaceIndex {
    return this.index;
  }

  /** Whether all was read that `get` would read, but for what changed just now. */
  get isBuilt(): boolean {
    return this.isComplete;
  }

  /** Whether the user stopped the reading, and nobody asked to go on. */
  get isStopped(): boolean {
    return this.wasStopped;
  }

  /**
   * The index as of now. The first call reads the workspace and shows its progress; where the user stops that, this
   * gives what there is, and the next call goes on. Undefined on cancellation, or without a knowledge base. One that
   * calls it `inBackground` shows the progress itself, and nothing is offered to stop it.
   */
  async get(
    token?: vscode.CancellationToken,
    { inBackground = false } = {},
  ): Promise<WorkspaceIndex | undefined> {
    this.isAwaited ||= !inBackground;
    const knowledge = await this.knowledge.get();
    if (!knowledge.ok || token?.isCancellationRequested) return undefined;
    this.watching ??= vscode.Disposable.from(
      watchWorkspace({ onTouched: (uri) => this.touch(uri), onInvalid: () => this.invalidate(false) }),
      this.settings.onDidChange(() => this.invalidate(true)),
      this.knowledge.onDidChange(() => this.invalidate(true)),
    );
    await unlessCancelled(this.build(), token);
    if (!token?.isCancellationRequested) await unlessCancelled(this.flush(), token);
    return token?.isCancellationRequested ? undefined : this.index;
  }

  /** Ends the reading that is under way, if there is one, as the user may: at once, whatever it waits for. */
  stop(): void {
    this.stopping?.cancel();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.stop();
    this.watching?.dispose();
    this.changes.dispose();
    this.progressed.dispose();
    this.index.clear();
  }

  private touch(uri: vscode.Uri): void {
    this.touched.set(uri.toString(), uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.flush().catch((error: unknown) => this.log.error(String(error)));
    }, QUIET_MS);
  }

  /** Which files belong here may be another answer now; with `reread`, what they say too. */
  private invalidate(reread: boolean): void {
    this.mustReread ||= reread;
    this.isComplete = false;
    this.isOutdated = true;
    this.wasStopped = false;
    this.stop();
    this.changes.tell({ isStale: true });
  }

  /** Reads the workspace, again where it is outdated meanwhile, until all is read or the user stops it. */
  private async build(): Promise<void> {
    this.wasStopped = false;
    for (; !this.isComplete && !this.wasStopped; this.wasStopped = !this.isComplete && !this.isOutdated) {
      this.building ??= this.read().finally(() => {
        this.building = undefined;
        this.isAwaited = false;
      });
      await this.building;
    }
  }

  private async read(): Promise<void> {
    const started = performance.now();
    const breather = new Breather();
    this.isOutdated = false;
    const knowledge = await this.knowledge.get();
    if (!knowledge.ok) return;
    const stopping = new vscode.CancellationTokenSource();
    this.stopping = stopping;
    await withBuildProgress(
      stopping,
      () => this.isAwaited,
      async (report) =>
        unlessCancelled(this.readWanted(knowledge.value, breather, report, stopping.token), stopping.token),
    );
    this.changes.tell();
    const { references, size } = this.index;
    const took = Math.round(performance.now() - started);
    const [worked, slice] = [breather.worked, breather.longestSlice].map(Math.round);
    const what = this.isComplete ? 'Read the workspace' : 'Stopped reading the workspace';
    this.log.info(
      `${what}: ${references} references in ${size} documents, ${took} ms, of them ${worked} working, longest slice ${slice}`,
    );
  }

  /** Nobody may wait for it any more once the token is cancelled; then it changes nothing. */
  private async readWanted(
    knowledge: KnowledgeBase,
    breather: Breather,
    report: Report,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const wanted = await this.files.findAll(token, breather);
    if (token.isCancellationRequested) return;
    for (const uri of [...this.index.uris()]) if (!wanted.has(uri)) this.index.remove(uri);
    const isNew = (uri: string): boolean => this.mustReread || !this.index.has(uri);
    const scopes = [...wanted].flatMap(([uri, scope]) => (isNew(uri) ? [scope] : []));
    await breather.yieldIfDue();
    await this.readAll(scopes, knowledge, breather, report, token);
    if (token.isCancellationRequested) return;
    this.isComplete = true;
    this.mustReread = false;
  }

  private async readAll(
    scopes: readonly DocumentScope[],
    knowledge: KnowledgeBase,
    breather: Breather,
    report: Report = () => {},
    token?: vscode.CancellationToken,
  ): Promise<void> {
    let done = 0;
    for (const reading of readAhead(scopes, async (scope) => this.textOf(scope))) {
      const { scope, text } = reading.value ?? (await breather.waitFor(reading.done));
      await breather.yieldIfDue();
      if (token?.isCancellationRequested) return;
      await this.take(scope, text, knowledge);
      done++;
      if (!this.changes.isDue) continue;
      report(done, scopes.length);
      this.progressed.fire({ done, all: scopes.length });
      this.changes.tell({ isReading: true });
    }
  }

  /** The text of an open document is not that of its file. */
  private async textOf(scope: DocumentScope): Promise<Text> {
    const isOpen = openDocuments().has(scope.uri.toString());
    return { scope, text: isOpen ? undefined : await this.files.textOf(scope.uri) };
  }

  private async take(
    scope: DocumentScope,
    text: string | undefined,
    knowledge: KnowledgeBase,
  ): Promise<void> {
    const uri = scope.uri.toString();
    const document = openDocuments().get(uri);
    const analysis = document
      ? await this.analyses.get(document)
      : text !== undefined && new Analysis(text, scope.languageId, knowledge, this.settings.for(scope));
    if (analysis) this.index.set(uri, factsOf(analysis));
    else this.index.remove(uri);
  }

  /** Takes in what was touched since; one after the other, and never beside the reading of the workspace. */
  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.updating = this.updating
      .then(() => this.update())
      .catch((error: unknown) => this.log.error(String(error)));
    return this.updating;
  }

  private async update(): Promise<void> {
    await this.building;
    const knowledge = await this.knowledge.get();
    if (this.touched.size === 0 || !knowledge.ok) return;
    const breather = new Breather();
    const uris = [...this.touched.values()];
    this.touched.clear();
    const found: DocumentScope[] = [];
    const gone = new Set<string>();
    for (const uri of uris) {
      const scopes = await this.files.scopesAt(uri, breather);
      if (scopes.length === 0) gone.add(uri.toString());
      found.push(...scopes);
      await breather.yieldIfDue();
    }
    this.removeBelow(gone);
    await this.readAll(found, knowledge.value, breather);
    this.changes.tell();
  }

  /** A folder that is gone, or is empty or kept out now, takes along everything below it. */
  private removeBelow(gone: ReadonlySet<string>): void {
    if (gone.size === 0) return;
    for (const uri of [...this.index.uris()]) {
      for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1)) {
        if (!gone.has(uri.slice(0, end))) continue;
        this.index.remove(uri);
        break;
      }
    }
  }
}
