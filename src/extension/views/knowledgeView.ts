import * as vscode from 'vscode';
import type { EditionOf } from '../../core/knowledge/knowledgeBase';
import { knowledgeTree } from '../../core/views/knowledgeTree';
import type { TreeNode } from '../../core/views/node';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { askForFilter } from './tree/filter';
import { setContext, Tree } from './tree/treeView';

/** Everything that is known, or what a filter lets through. */
export class KnowledgeView implements vscode.Disposable {
  private filter = '';
  private readonly subscriptions: vscode.Disposable[];
  readonly tree: Tree;

  constructor(private readonly deps: Dependencies) {
    this.tree = new Tree(VIEWS.knowledge, CONTEXT_KEYS.knowledgeState, deps.knowledge, async () =>
      this.roots(),
    );
    const { provider } = this.tree;
    this.subscriptions = [
      this.tree,
      deps.settings.onDidChange(() => provider.refresh()),
      vscode.commands.registerCommand(COMMANDS.filterKnowledge, async (filter?: unknown) => {
        const placeHolder = 'ID or words of a name, such as strong auth, T1021, lateral movement';
        const wanted = typeof filter === 'string' ? filter : await askForFilter(this.filter, placeHolder);
        if (wanted !== undefined) await this.setFilter(wanted);
      }),
      vscode.commands.registerCommand(COMMANDS.clearKnowledgeFilter, async () => this.setFilter('')),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async setFilter(filter: string): Promise<void> {
    this.filter = filter.trim();
    await setContext(CONTEXT_KEYS.knowledgeFiltered, this.filter !== '');
    this.tree.provider.refresh();
  }

  private async roots(): Promise<readonly TreeNode[]> {
    const loaded = await this.deps.knowledge.get();
    this.tree.view.description = this.filter;
    const nodes = loaded.ok ? knowledgeTree({ ...this.numbering(loaded.value), filter: this.filter }) : [];
    const state = !loaded.ok ? 'no-data' : nodes.length === 0 ? 'no-match' : 'ready';
    await this.tree.setState(state);
    return nodes;
  }

  /** Where no edition is set, the newest. */
  private numbering(
    knowledge: Parameters<typeof knowledgeTree>[0]['knowledge'],
  ): Omit<Parameters<typeof knowledgeTree>[0], 'filter'> {
    const { frameworks, enabledFrameworks, attackVersion } = this.deps.settings.forWorkspace();
    const editionOf: EditionOf = ({ key, published, mappingEdition }) => {
      const setting = frameworks[key]?.edition ?? 'auto';
      return setting === 'auto' ? (published[0]?.id ?? mappingEdition) : setting;
    };
    return { knowledge: knowledge.only(enabledFrameworks), editionOf, attackVersion };
  }
}
