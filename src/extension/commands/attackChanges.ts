import * as vscode from 'vscode';
import { attackChanges, releasePairs, type CitedPlace } from '../../core/changes/attackChanges';
import { changesMarkdown } from '../../core/changes/render';
import { ATTACK, kindOf } from '../../core/identifiers/grammar';
import type { WorkspaceIndex } from '../../core/index/workspaceIndex';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';

/** Shows which IDs of the workspace changed between two releases of ATT&CK, and where they are cited. */
export function registerAttackChanges({ indexer, knowledge }: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.showAttackChanges, async (from?: unknown, to?: unknown) => {
    const loaded = await knowledge.get();
    if (!loaded.ok) return;
    const { attack } = loaded.value;
    const pairs = releasePairs(attack);
    const pair = pairs.find((each) => each[0] === from && each[1] === to) ?? (await ask(pairs));
    const index = pair && (await indexer.get());
    if (!index) return;
    const report = changesMarkdown(attackChanges(attack, citedIn(index), ...pair));
    const content = { language: 'markdown', content: report };
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(content));
  });
}

type Pairs = ReturnType<typeof releasePairs>;

async function ask(pairs: Pairs): Promise<Pairs[number] | undefined> {
  const items = pairs.map((pair) => ({ label: `ATT&CK ${pair[0]} to ${pair[1]}`, pair }));
  const title = 'Control Lens: Show What MITRE Changed';
  const placeHolder = 'Select the releases to compare';
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.pair;
}

function* citedIn(index: WorkspaceIndex): Generator<CitedPlace> {
  for (const uri of index.uris()) {
    const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    for (const { meaning, range } of index.referencesIn(uri))
      if (kindOf(meaning.id).family === ATTACK) yield { id: meaning.id, path, line: range.start.line };
  }
}
