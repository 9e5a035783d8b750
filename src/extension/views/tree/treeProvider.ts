import * as vscode from 'vscode';
import type { TreeNode } from '../../../core/views/node';
import { pagesOf } from '../../../core/views/entities';
import { Breather } from '../../adapters/breather';
import { toMarkdown } from '../../adapters/convert';
import type { KnowledgeSource } from '../../adapters/knowledgeSource';
import { toTreeItem } from './treeItem';

/** Any tree of plain nodes as the editor wants it. The children of a node are made once, when it is opened. */
export class TreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly parents = new WeakMap<TreeNode, TreeNode>();
  private readonly children = new WeakMap<TreeNode, TreeNode[]>();
  private roots: readonly TreeNode[] = [];
  private asked = 0;
  private readonly breather = new Breather();
  private lastItem: Promise<void> = Promise.resolve();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly knowledge: KnowledgeSource,
    private readonly makeRoots: () => Promise<readonly TreeNode[]>,
  ) {}

  /** Makes the tree anew when it is seen; by their ids, nodes stay open and selected. */
  refresh(): void {
    this.changed.fire();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return this.childrenOf(node);
    const turn = ++this.asked;
    const roots = await this.makeRoots();
    if (turn === this.asked) this.roots = roots; // else somebody asked for newer ones meanwhile
    return [...roots];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.parents.get(node);
  }

  /** One after the other: the editor asks for all rows of a level at once. */
  async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
    this.lastItem = this.lastItem.then(async () => this.breather.yieldIfDue());
    await this.lastItem;
    const loaded = node.entity && (await this.knowledge.get());
    return toTreeItem(node, node.entity && loaded?.ok ? pagesOf(loaded.value, node.entity) : undefined);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.tooltip) item.tooltip = toMarkdown(node.tooltip());
    return item;
  }

  /** The node at the end of a path of ids, from the root down. */
  find(path: readonly string[]): TreeNode | undefined {
    let nodes = this.roots;
    let found: TreeNode | undefined;
    for (const id of path) {
      found = nodes.find((node) => node.id === id);
      if (!found) return undefined;
      nodes = this.childrenOf(found);
    }
    return found;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private childrenOf(node: TreeNode): TreeNode[] {
    const known = this.children.get(node) ?? [...(node.children?.() ?? [])];
    this.children.set(node, known);
    for (const child of known) this.parents.set(child, node);
    return known;
  }
}
