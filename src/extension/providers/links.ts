import * as vscode from 'vscode';
import { linksOf } from '../../core/links/links';
import type { Subject } from '../../core/resolution/subject';
import { toRange } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

/** A provider cannot say that its links changed: it is registered anew once the workspace is read. */
export function registerLinks(deps: Dependencies): vscode.Disposable {
  let provider = registerProvider(deps);
  let wasBuilt = deps.indexer.isBuilt;
  const following = deps.indexer.onDidChange(() => {
    if (wasBuilt === deps.indexer.isBuilt) return;
    wasBuilt = deps.indexer.isBuilt;
    provider.dispose();
    provider = registerProvider(deps);
  });
  return new vscode.Disposable(() => {
    following.dispose();
    provider.dispose();
  });
}

function registerProvider({ analyses, indexer }: Dependencies): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(EVERY_DOCUMENT, {
    async provideDocumentLinks(document, token) {
      const analysis = await analyses.get(document);
      if (!analysis?.settings.links || token.isCancellationRequested) return [];
      const isDeclared = (subject: Subject): boolean => indexer.current.isDeclared(subject);
      return linksOf(analysis, isDeclared).map(({ span, url, tooltip }) => {
        const link = new vscode.DocumentLink(toRange(analysis, span), vscode.Uri.parse(url));
        link.tooltip = tooltip;
        return link;
      });
    },
  });
}
