import * as vscode from 'vscode';
import type { TreeNode } from '../../../core/views/node';
import type { KnowledgeSource } from '../../adapters/knowledgeSource';
import { DragController } from './drag';
import { TreeProvider } from './treeProvider';

/** A view of the side bar: what it shows, and where that is nothing, why. */
export class Tree implements vscode.Disposable {
  readonly provider: TreeProvider;
  readonly drag = new DragController();
  readonly view: vscode.TreeView<TreeNode>;
  private readonly recovery: vscode.Disposable;
  private lastState: string | undefined;

  /** `stateKey` is what `viewsWelcome` of package.json asks. */
  constructor(
    viewId: string,
    private readonly stateKey: string,
    knowledge: KnowledgeSource,
    makeRoots: () => Promise<readonly TreeNode[]>,
  ) {
    this.provider = new TreeProvider(knowledge, makeRoots);
    this.view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this.provider,
      dragAndDropController: this.drag,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.recovery = knowledge.onDidChange(() => this.provider.refresh());
  }

  /** Undefined before anybody saw it. */
  get state(): string | undefined {
    return this.lastState;
  }

  async setState(state: string): Promise<void> {
    this.lastState = state;
    await setContext(this.stateKey, state);
  }

  dispose(): void {
    this.recovery.dispose();
    this.view.dispose();
    this.provider.dispose();
  }
}

/** Tells `when` clauses of package.json what the views show. */
export async function setContext(key: string, value: unknown): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}
