import * as vscode from 'vscode';
import { nextUnmapped } from '../../core/analysis/unmapped';
import { toOffset, toRange } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';

export function registerUnmappedCommands(deps: Dependencies): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.nextUnmapped, async () => goTo(deps, 1)),
    vscode.commands.registerCommand(COMMANDS.previousUnmapped, async () => goTo(deps, -1)),
  );
}

async function goTo({ analyses }: Dependencies, direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const analysis = editor && (await analyses.get(editor.document));
  if (!analysis) return;
  const span = nextUnmapped(analysis, toOffset(analysis, editor.selection.start), direction);
  if (!span) {
    void vscode.window.showInformationMessage('Every reference in this document has a mapping.');
    return;
  }
  const range = toRange(analysis, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
