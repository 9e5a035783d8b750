import * as vscode from 'vscode';
import { insertionsOf, markdownLinkOf } from '../../../core/views/insertThings';
import type { Thing, TreeNode } from '../../../core/views/node';
import { pagesOf, type Pages } from '../../../core/views/things';
import { applyOrTell } from '../../adapters/applyEdit';
import { toEditorRange, toSpan, toWorkspaceEdit } from '../../adapters/convert';
import { openPage } from '../../commands/openPage';
import { COMMANDS } from '../../contributions';
import type { Dependencies } from '../../dependencies';

/** What can be done with the nodes of the trees. The editor gives the node, and all that are selected with it. */
export function registerNodeCommands(deps: Dependencies): vscode.Disposable {
  const register = (
    command: string,
    run: (node: TreeNode, things: readonly Thing[], mode: unknown) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (node?: unknown, more?: unknown) => {
      if (!isNode(node)) return;
      const nodes = Array.isArray(more) ? more.filter(isNode) : [node];
      await run(
        node,
        nodes.flatMap(({ thing }) => thing ?? []),
        more,
      );
    });
  return vscode.Disposable.from(
    register(COMMANDS.openNode, async (node, _things, mode) => openPlace(node, mode === 'keep focus')),
    register(COMMANDS.insertNode, async (_node, things) => insertThings(deps, things)),
    register(COMMANDS.copyNodeId, async (_node, things) => copy(things.map(({ id }) => id))),
    register(COMMANDS.copyNodeLink, async (_node, things) => copyLinks(deps, things)),
    register(COMMANDS.openNodeAtAttack, async (_node, things) => openPages(deps, things, 'attack')),
    register(COMMANDS.openNodeAtExplorer, async (_node, things) => openPages(deps, things, 'explorer')),
    register(COMMANDS.openNodePage, async ({ thing }) => {
      if (thing) await openPage(thing);
    }),
    register(COMMANDS.findNodeReferences, async ({ thing }) => {
      if (thing) await vscode.commands.executeCommand(COMMANDS.findReferencesOf, thing.id, thing.edition);
    }),
  );
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'id' in value && 'label' in value;
}

async function openPlace({ place }: TreeNode, preserveFocus: boolean): Promise<void> {
  if (!place) return;
  const selection = toEditorRange(place.range);
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { selection, preserveFocus });
}

/** At every cursor of the active editor; in a document that is not looked at, as ids. */
async function insertThings({ analyses }: Dependencies, things: readonly Thing[]): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage('Open a document to insert the ID into.');
    return;
  }
  const { document, selections } = editor;
  const analysis = await analyses.get(document);
  const edit = analysis
    ? toWorkspaceEdit(
        document.uri,
        analysis,
        insertionsOf(
          analysis,
          selections.map((selection) => toSpan(analysis, selection)),
          things,
        ),
      )
    : plainEdit(editor, things);
  await applyOrTell(edit);
}

function plainEdit(
  { document, selections }: vscode.TextEditor,
  things: readonly Thing[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const text = things.map(({ id }) => id).join(', ');
  for (const selection of selections) edit.replace(document.uri, selection, text);
  return edit;
}

async function copy(lines: readonly string[]): Promise<void> {
  await vscode.env.clipboard.writeText(lines.join('\n'));
}

async function copyLinks({ knowledge }: Dependencies, things: readonly Thing[]): Promise<void> {
  const loaded = await knowledge.get();
  if (loaded.ok) await copy(things.map((thing) => markdownLinkOf(loaded.value, thing)));
}

async function openPages(
  { knowledge }: Dependencies,
  things: readonly Thing[],
  site: keyof Pages,
): Promise<void> {
  const loaded = await knowledge.get();
  if (!loaded.ok) return;
  for (const thing of things) {
    const page = pagesOf(loaded.value, thing)[site];
    if (page !== undefined) await vscode.env.openExternal(vscode.Uri.parse(page, true));
  }
}
