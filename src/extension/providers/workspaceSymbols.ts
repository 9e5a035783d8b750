import * as vscode from 'vscode';
import { symbolsFor } from '../../core/symbols/workspaceSymbols';
import { toLocation } from '../adapters/convert';
import type { Dependencies } from '../dependencies';

export function registerWorkspaceSymbols({ indexer, knowledge }: Dependencies): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      const loaded = query.trim() === '' ? undefined : await knowledge.get();
      const index = loaded?.ok ? await indexer.get(token) : undefined;
      if (!index || !loaded?.ok) return [];
      return symbolsFor(index, loaded.value, query).map(({ name, container, place }) => {
        const kind = place.meaning.edition === undefined ? vscode.SymbolKind.Event : vscode.SymbolKind.Key;
        return new vscode.SymbolInformation(name, kind, container, toLocation(place));
      });
    },
  });
}
