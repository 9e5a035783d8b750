import * as vscode from 'vscode';
import { hoverAt } from '../../core/hover/hover';
import { toMarkdown, toOffset, toRange } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

export function registerHovers({ analyses }: Dependencies): vscode.Disposable {
  return vscode.languages.registerHoverProvider(EVERY_DOCUMENT, {
    async provideHover(document, position, token) {
      const analysis = await analyses.get(document);
      if (!analysis?.settings.hovers || token.isCancellationRequested) return undefined;
      const hover = hoverAt(analysis, toOffset(analysis, position));
      return hover && new vscode.Hover(toMarkdown(hover.blocks), toRange(analysis, hover.span));
    },
  });
}
