import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { documentSymbols, type DocumentSymbol } from '../../core/symbols/documentSymbols';
import { toRange } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

/**
 * What a document names, for its outline and `@`. The editor keeps the outline of a version of a document, whatever
 * the settings: the provider is registered anew where they change.
 */
export function registerDocumentSymbols(deps: Dependencies): vscode.Disposable {
  let provider = registerProvider(deps);
  const following = deps.settings.onDidChange(() => {
    provider.dispose();
    provider = registerProvider(deps);
  });
  return new vscode.Disposable(() => {
    following.dispose();
    provider.dispose();
  });
}

function registerProvider({ analyses }: Dependencies): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document, token) {
      const analysis = await analyses.get(document);
      if (!analysis?.settings.outline || token.isCancellationRequested) return [];
      return documentSymbols(analysis).map((each) => toSymbol(analysis, each));
    },
  };
  return vscode.languages.registerDocumentSymbolProvider(EVERY_DOCUMENT, provider, { label: 'Control Lens' });
}

function toSymbol(analysis: Analysis, symbol: DocumentSymbol): vscode.DocumentSymbol {
  const { name, detail, isControl, span, place, children } = symbol;
  const kind = isControl ? vscode.SymbolKind.Key : vscode.SymbolKind.Event;
  const made = new vscode.DocumentSymbol(
    name,
    detail,
    kind,
    toRange(analysis, span),
    toRange(analysis, place),
  );
  made.children = children.map((each) => toSymbol(analysis, each));
  return made;
}
