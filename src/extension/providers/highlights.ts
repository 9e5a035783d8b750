import * as vscode from 'vscode';
import { highlightsAt } from '../../core/links/highlights';
import { toOffset, toRange } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT_FIRST } from './register';

export function registerHighlights({ analyses }: Dependencies): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(EVERY_DOCUMENT_FIRST, {
    async provideDocumentHighlights(document, position, token) {
      const analysis = await analyses.get(document);
      if (!analysis || token.isCancellationRequested) return undefined;
      const spans = highlightsAt(analysis, toOffset(analysis, position));
      if (spans.length === 0) return undefined; // others may know the word
      return spans.map((span) => new vscode.DocumentHighlight(toRange(analysis, span)));
    },
  });
}
