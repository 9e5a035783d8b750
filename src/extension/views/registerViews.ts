import * as vscode from 'vscode';
import { SECTION, SETTING_KEYS } from '../../core/settings/settings';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { DocumentView } from './documentView';
import { KnowledgeView } from './knowledgeView';
import { registerDrop } from './tree/drag';
import { registerNodeCommands } from './tree/nodeCommands';
import type { Tree } from './tree/treeView';
import { WorkspaceView } from './workspaceView';

/** The views of the side bar. Nothing is read before one of them is seen. */
export interface Views extends vscode.Disposable {
  readonly document: Tree;
  readonly workspace: Tree;
  readonly knowledge: Tree;
}

/** `memory` keeps what the user chose for this workspace. */
export function registerViews(deps: Dependencies, memory: vscode.Memento): Views {
  const document = new DocumentView(deps);
  const workspace = new WorkspaceView(deps, memory);
  const knowledge = new KnowledgeView(deps);
  const all = vscode.Disposable.from(
    document,
    workspace,
    knowledge,
    registerDrop(deps),
    registerNodeCommands(deps),
    vscode.commands.registerCommand(COMMANDS.followCursor, async () => setFollowing(true)),
    vscode.commands.registerCommand(COMMANDS.stopFollowingCursor, async () => setFollowing(false)),
  );
  return {
    document: document.tree,
    workspace: workspace.tree,
    knowledge: knowledge.tree,
    dispose: () => all.dispose(),
  };
}

async function setFollowing(isFollowing: boolean): Promise<void> {
  await vscode.workspace
    .getConfiguration(SECTION)
    .update(SETTING_KEYS.followCursor, isFollowing, vscode.ConfigurationTarget.Global);
}
