import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { documentPath } from '../../core/views/documentPath';
import { documentTree } from '../../core/views/documentTree';
import type { TreeNode } from '../../core/views/node';
import { treeInputOf } from '../../core/views/treeInput';
import { fileNameOf } from '../../core/views/workspace/placeNodes';
import { toEditorRange, toOffset } from '../adapters/convert';
import { CONTEXT_KEYS, VIEWS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { Scheduler } from '../diagnostics/scheduler';
import { Tree } from './tree/treeView';

type DocumentState = 'no-document' | 'not-looked-at' | 'no-data' | 'empty' | 'ready';

const QUIET_MS = 300;
const CURSOR_QUIET_MS = 150;

/** Follows the active editor; an editor that is no longer active is kept while it is seen. */
export class DocumentView implements vscode.Disposable {
  private document: vscode.TextDocument | undefined;
  private readonly subscriptions: vscode.Disposable[];
  readonly tree: Tree;

  constructor(private readonly deps: Dependencies) {
    this.tree = new Tree(VIEWS.document, CONTEXT_KEYS.documentState, deps.knowledge, async () =>
      this.roots(),
    );
    const { view, provider } = this.tree;
    const log = (error: Error): void => deps.log.error(error);
    const changes = new Scheduler(QUIET_MS, async () => provider.refresh(), log);
    const cursor = new Scheduler(CURSOR_QUIET_MS, async (document) => this.selectAtCursor(document), log);
    this.subscriptions = [
      this.tree,
      changes,
      cursor,
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.follow()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) changes.schedule(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) this.follow();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
        if (document === this.document) cursor.schedule(document);
      }),
      view.onDidChangeVisibility(() => {
        if (this.document) cursor.schedule(this.document);
      }),
      deps.settings.onDidChange(() => provider.refresh()),
    ];
    this.follow();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Editors outside of the editor area, as in the output panel, do not count. */
  private follow(): void {
    const active = vscode.window.activeTextEditor;
    const isKept = vscode.window.visibleTextEditors.some(({ document }) => document === this.document);
    const kept = isKept ? this.document : undefined;
    const document = active?.viewColumn === undefined ? kept : active.document;
    if (document === this.document) return;
    this.document = document;
    this.tree.provider.refresh();
  }

  private async roots(): Promise<readonly TreeNode[]> {
    const { document } = this;
    const analysis = document && (await this.deps.analyses.get(document));
    const nodes = analysis ? documentTree(treeInputOf(analysis, document.uri.toString())) : [];
    const state = document ? await this.stateOf(analysis, nodes) : 'no-document';
    if (document !== this.document) return nodes; // nobody looks at them any more
    this.tree.view.description = nodes.length > 0 ? fileNameOf(document?.uri.path ?? '') : '';
    await this.tree.setState(state);
    return nodes;
  }

  private async stateOf(analysis: Analysis | undefined, nodes: readonly TreeNode[]): Promise<DocumentState> {
    if (!analysis) return (await this.deps.knowledge.get()).ok ? 'not-looked-at' : 'no-data';
    return nodes.length > 0 ? 'ready' : 'empty';
  }

  /** Not where the selected node led to the place itself. */
  private async selectAtCursor(document: vscode.TextDocument): Promise<void> {
    const { view, provider } = this.tree;
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    const analysis = await this.deps.analyses.get(document);
    if (!editor || !view.visible || !analysis?.settings.followCursor) return;
    const cursor = editor.selection.active;
    const selected = view.selection[0]?.place;
    if (selected && toEditorRange(selected.range).contains(cursor)) return;
    const input = treeInputOf(analysis, document.uri.toString());
    const path = documentPath(input, toOffset(analysis, cursor));
    const node = path && provider.find(path);
    if (node) await view.reveal(node, { select: true, focus: false, expand: false });
  }
}
