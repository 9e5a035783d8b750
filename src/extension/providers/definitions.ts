import * as vscode from 'vscode';
import { toLocation } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { placesNamedAt } from './namedPlaces';
import { EVERY_DOCUMENT } from './register';

/** The documents that declare the control or technique, by a heading, a key such as `id`, or a definition. */
export function registerDefinitions(deps: Dependencies): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(EVERY_DOCUMENT, {
    async provideDefinition(document, position, token) {
      const places = await placesNamedAt(deps, document, position, token);
      return places?.filter(({ declares }) => declares).map(toLocation);
    },
  });
}
