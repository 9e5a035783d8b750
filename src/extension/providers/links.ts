import * as vscode from 'vscode';
import { linksOf } from '../../core/features/links';
import { toRange } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

export function registerLinks({ analyses }: Dependencies): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(EVERY_DOCUMENT, {
    async provideDocumentLinks(document, token) {
      const analysis = await analyses.get(document);
      if (!analysis?.settings.links || token.isCancellationRequested) return [];
      return linksOf(analysis).map(({ span, url, tooltip }) => {
        const link = new vscode.DocumentLink(toRange(analysis, span), vscode.Uri.parse(url));
        link.tooltip = tooltip;
        return link;
      });
    },
  });
}
