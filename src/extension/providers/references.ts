import * as vscode from 'vscode';
import { toLocation } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { placesNamedAt } from './namedPlaces';
import { EVERY_DOCUMENT } from './register';

/** Everywhere in the workspace that the same control or technique is named, whatever edition numbers it. */
export function registerReferences(deps: Dependencies): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(EVERY_DOCUMENT, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const places = await placesNamedAt(deps, document, position, token);
      return places?.filter(({ declares }) => includeDeclaration || !declares).map(toLocation);
    },
  });
}
