import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { completionBlocks, completionsAt, type Completion } from '../../core/completion/completions';
import type { IdentifierKind } from '../../core/identifiers/grammar';
import { toMarkdown, toOffset, toRange } from '../adapters/convert';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

/** What an id is begun or gone on with, and what stands before one. */
const TRIGGERS = [' ', '-', '[', '"', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

class IdItem extends vscode.CompletionItem {
  constructor(
    readonly analysis: Analysis,
    readonly completion: Completion,
    range: vscode.Range,
    rank: number,
  ) {
    const { entry, former, newText, filterText, isOutdated } = completion;
    const name = former ? `for ${former.id}: ${entry.fullName}` : entry.fullName;
    super({ label: entry.id, detail: ` ${name}`, description: describe(analysis, completion) });
    this.kind = ICONS[entry.kind] ?? vscode.CompletionItemKind.Reference;
    this.insertText = newText;
    this.filterText = filterText;
    this.sortText = String(rank).padStart(4, '0');
    this.range = range;
    if (isOutdated) this.tags = [vscode.CompletionItemTag.Deprecated];
  }
}

export function registerCompletions({ analyses }: Dependencies): vscode.Disposable {
  const provider: vscode.CompletionItemProvider<IdItem> = {
    async provideCompletionItems(document, position, token, { triggerKind }) {
      const analysis = await analyses.get(document);
      if (!analysis || token.isCancellationRequested) return undefined;
      const isAsked = triggerKind !== vscode.CompletionTriggerKind.TriggerCharacter;
      const found = completionsAt(analysis, toOffset(analysis, position), isAsked);
      if (!found) return undefined;
      const range = toRange(analysis, found.span);
      const items = found.items.map((each, rank) => new IdItem(analysis, each, range, rank));
      return new vscode.CompletionList(items, !found.isComplete);
    },
    resolveCompletionItem(item) {
      item.documentation = toMarkdown(completionBlocks(item.analysis, item.completion));
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider(EVERY_DOCUMENT, provider, ...TRIGGERS);
}

const ICONS: Readonly<Partial<Record<IdentifierKind, vscode.CompletionItemKind>>> = {
  control: vscode.CompletionItemKind.Constant,
  technique: vscode.CompletionItemKind.Event,
  'sub-technique': vscode.CompletionItemKind.Event,
  tactic: vscode.CompletionItemKind.Module,
  mitigation: vscode.CompletionItemKind.Interface,
};

/** The edition of a control, the tactics of a technique, or what became of it. */
function describe({ knowledge }: Analysis, { entry }: Completion): string {
  if (entry.successors.length > 0) return `now ${entry.successors.join(', ')}`;
  return entry.edition === undefined ? entry.group : knowledge.editionLabel(entry.id, entry.edition);
}
