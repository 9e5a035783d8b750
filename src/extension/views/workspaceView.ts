import * as vscode from 'vscode';
import { openMessage } from '../../core/coverage/words';
import type { Coverage } from '../../core/coverage/coverage';
import type { TreeNode } from '../../core/views/node';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { workspaceCoverage } from '../../core/coverage/workspaceCoverage';
import { GROUPINGS, workspaceTreeSteps, type Grouping } from '../../core/views/workspace/workspaceTree';
import type { WorkspaceIndex } from '../../core/index/workspaceIndex';
import { Breather } from '../adapters/breather';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { askForFilter } from './tree/filter';
import { setContext, Tree } from './tree/treeView';
import { pickGrouping } from './workspaceGrouping';

type WorkspaceState = 'no-folder' | 'no-data' | 'empty' | 'no-match' | 'ready';

const QUIET_MS = 300;
const GROUPING = 'workspaceView.grouping';

/** What the workspace names. It reads the workspace when it is first seen, with the progress in the view. */
export class WorkspaceView implements vscode.Disposable {
  private filter = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isReading = false;
  /** Asked for, also after the user stopped the reading. */
  private isAsked = false;
  private readonly subscriptions: vscode.Disposable[];
  readonly tree: Tree;

  constructor(
    private readonly deps: Dependencies,
    private readonly memory: vscode.Memento,
  ) {
    this.tree = new Tree(VIEWS.workspace, CONTEXT_KEYS.workspaceState, deps.knowledge, async () =>
      this.roots(),
    );
    this.subscriptions = [
      this.tree,
      deps.indexer.onDidChange(({ isReading }) => {
        if (!isReading) this.refreshSoon(); // it waits for the rest anyway
      }),
      deps.indexer.onDidProgress(({ done, all }) => {
        if (this.isReading) this.tree.view.message = `Reading ${done} of ${all} files…`;
      }),
      deps.settings.onDidChange(() => this.refreshSoon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refreshSoon()),
      vscode.commands.registerCommand(COMMANDS.readWorkspace, async () => this.read()),
      vscode.commands.registerCommand(COMMANDS.groupWorkspace, async (grouping?: unknown) => {
        const wanted = GROUPINGS.find((each) => each === grouping) ?? (await pickGrouping(this.grouping));
        if (wanted) await this.group(wanted);
      }),
      vscode.commands.registerCommand(COMMANDS.filterWorkspace, async (filter?: unknown) => {
        const placeHolder = 'ID, name or path, such as iam, cloud, policies/';
        const wanted = typeof filter === 'string' ? filter : await askForFilter(this.filter, placeHolder);
        if (wanted !== undefined) await this.setFilter(wanted);
      }),
      vscode.commands.registerCommand(COMMANDS.clearWorkspaceFilter, async () => this.setFilter('')),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get grouping(): Grouping {
    const kept = this.memory.get(GROUPING);
    return GROUPINGS.find((each) => each === kept) ?? 'technique';
  }

  private async group(grouping: Grouping): Promise<void> {
    await this.memory.update(GROUPING, grouping);
    this.tree.provider.refresh();
  }

  private async setFilter(filter: string): Promise<void> {
    this.filter = filter.trim();
    await setContext(CONTEXT_KEYS.workspaceFiltered, this.filter !== '');
    this.tree.provider.refresh();
  }

  private async read(): Promise<void> {
    this.isAsked = true;
    this.tree.provider.refresh();
    await vscode.commands.executeCommand(`${VIEWS.workspace}.focus`);
  }

  /** Changes come in quick succession. */
  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tree.provider.refresh(), QUIET_MS);
  }

  private async roots(): Promise<readonly TreeNode[]> {
    const found = await this.find();
    const nodes = typeof found === 'string' ? [] : await this.nodesOf(found.index, found.knowledge);
    if (typeof found === 'string') this.tell(undefined);
    await this.tree.setState(this.stateOf(found, nodes));
    return nodes;
  }

  private stateOf(
    found: WorkspaceState | { readonly index: WorkspaceIndex },
    nodes: readonly TreeNode[],
  ): WorkspaceState {
    if (typeof found === 'string') return found;
    if (nodes.length > 0) return 'ready';
    return this.filter !== '' && found.index.references > 0 ? 'no-match' : 'empty';
  }

  /** The index, counted; or why there is none. */
  private async find(): Promise<
    WorkspaceState | { readonly index: WorkspaceIndex; readonly knowledge: KnowledgeBase }
  > {
    const { indexer, knowledge } = this.deps;
    if (!indexer.isBuilt && (vscode.workspace.workspaceFolders ?? []).length === 0) return 'no-folder';
    const loaded = await knowledge.get();
    const index = indexer.isStopped && !this.isAsked ? indexer.current : await this.readIndex();
    if (!loaded.ok || !index) return 'no-data';
    const { enabledFrameworks } = this.deps.settings.forWorkspace();
    return { index, knowledge: loaded.value.only(enabledFrameworks) };
  }

  private async readIndex(): Promise<WorkspaceIndex | undefined> {
    const { indexer } = this.deps;
    const location = { viewId: VIEWS.workspace };
    this.isAsked = false;
    this.isReading = true;
    try {
      return await vscode.window.withProgress({ location }, async () =>
        indexer.get(undefined, { inBackground: true }),
      );
    } finally {
      this.isReading = false;
    }
  }

  private async nodesOf(index: WorkspaceIndex, knowledge: KnowledgeBase): Promise<TreeNode[]> {
    const { pathOf } = this.deps.paths;
    const breather = new Breather();
    if (this.grouping === 'document') await this.deps.paths.prepare(index.uris(), breather);
    const coverage = workspaceCoverage(index, knowledge, this.deps.settings.forWorkspace(), pathOf);
    const input = { index, knowledge, pathOf, filter: this.filter };
    await breather.yieldIfDue();
    const nodes = await breather.run(workspaceTreeSteps(input, this.grouping, coverage));
    this.tell(coverage);
    if (nodes.length === 0) this.tree.view.message = ''; // it would hide why there is nothing
    const [worked, slice] = [breather.worked, breather.longestSlice].map(Math.round);
    this.deps.log.debug(
      `Made the tree of the workspace: ${nodes.length} nodes, ${worked} ms, longest slice ${slice}`,
    );
    return nodes;
  }

  private tell(coverage: Coverage | undefined): void {
    const { view } = this.tree;
    const { techniques = 0, controls = 0, gaps = 0 } = coverage?.counts ?? {};
    const counts = coverage && techniques + controls > 0 ? openMessage(coverage.counts).text : '';
    const isPart = coverage !== undefined && this.deps.indexer.isStopped;
    view.message = [counts, isPart ? 'Not all files were read. Read Workspace goes on.' : '']
      .filter(Boolean)
      .join('. ');
    view.description = coverage
      ? [GROUPING_WORDS[this.grouping], this.filter].filter(Boolean).join(' · ')
      : '';
    const tooltip =
      gaps === 1
        ? '1 open technique: none of its mapped controls is cited'
        : `${gaps} open techniques: none of their mapped controls is cited`;
    view.badge = gaps === 0 ? undefined : { value: gaps, tooltip };
  }
}

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  technique: 'by technique',
  mapped: 'by mapped technique',
  control: 'by control',
  document: 'by document',
  state: 'by state',
};
