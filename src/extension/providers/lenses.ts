import * as vscode from 'vscode';
import { lensesOf } from '../../core/features/lenses';
import { toRange, toText } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

export function registerLenses({ analyses, settings }: Dependencies): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerCodeLensProvider(EVERY_DOCUMENT, {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      const analysis = await analyses.get(document);
      if (!analysis || token.isCancellationRequested) return [];
      return lensesOf(analysis).map(({ span, title, first }) => {
        const target = toRange(analysis, first.span).start;
        return new vscode.CodeLens(toRange(analysis, span), {
          title: toText(title),
          command: COMMANDS.showMapping,
          arguments: [document.uri, target],
        });
      });
    },
  });
  return vscode.Disposable.from(
    changed,
    provider,
    settings.onDidChange(() => changed.fire()),
  );
}
