import * as vscode from 'vscode';
import { insertActionsFor } from '../../core/edits/insert/actions';
import { targetAt } from '../../core/edits/insert/target';
import { toOffset } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

const KIND = vscode.CodeActionKind.RefactorRewrite;

/** On a technique or a control, without any problem: insert what is mapped to it. */
export function registerInsertActions({ analyses }: Dependencies): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only }, token) {
      if (only && !only.intersects(KIND)) return [];
      const analysis = await analyses.get(document);
      const target = analysis && targetAt(analysis, toOffset(analysis, range.start));
      if (!target || token.isCancellationRequested) return [];
      return insertActionsFor(analysis, target).map(({ kind, title, framework }) => {
        const choose = target.family === 'attack' ? COMMANDS.insertControls : COMMANDS.insertTechniques;
        const action = new vscode.CodeAction(title.text, KIND);
        const command = kind === 'all' ? COMMANDS.insertAllControls : choose;
        action.command = {
          title: action.title,
          command,
          arguments: [document.uri, [range.start], framework],
        };
        return action;
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider(EVERY_DOCUMENT, provider, {
    providedCodeActionKinds: [KIND],
  });
}
