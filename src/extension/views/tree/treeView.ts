import * as vscode from 'vscode';
import type { TreeNode } from '../../../core/features/tree/node';
import type { KnowledgeSource } from '../../adapters/knowledgeSource';
import { DragController } from './drag';
import { TreeProvider } from './treeProvider';

/** A view of the side bar with what it shows. */
export interface TreeHandle {
  readonly view: vscode.TreeView<TreeNode>;
  readonly provider: TreeProvider;
  readonly drag: DragController;
}

export function createTree(
  viewId: string,
  knowledge: KnowledgeSource,
  makeRoots: () => Promise<readonly TreeNode[]>,
): TreeHandle {
  const provider = new TreeProvider(knowledge, makeRoots);
  const drag = new DragController();
  const view = vscode.window.createTreeView(viewId, {
    treeDataProvider: provider,
    dragAndDropController: drag,
    showCollapseAll: true,
    canSelectMany: true,
  });
  return { view, provider, drag };
}

/** Tells `when` clauses of package.json what the views show. */
export async function setContext(key: string, value: unknown): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}
