import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { lensesOf, type Lens } from '../../core/lenses/lenses';
import { pageName } from '../../core/links/pageAddress';
import { pageTargetIn } from '../../core/links/pageTarget';
import { CitingFolders } from '../adapters/citingFolders';
import { toRange } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { EVERY_DOCUMENT } from './register';

export function registerLenses({ analyses, indexer, knowledge, settings }: Dependencies): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const citing = new CitingFolders(indexer);
  const provider = vscode.languages.registerCodeLensProvider(EVERY_DOCUMENT, {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      const analysis = await analyses.get(document);
      if (!analysis || token.isCancellationRequested) return [];
      return lensesOf(analysis, citing.has(document.uri)).flatMap((lens) => {
        const range = toRange(analysis, lens.span);
        const commands = countCommands(document.uri, analysis, lens);
        if (lens.missing > 0 && lens.kind !== 'document')
          commands.push(insertCommand(document.uri, analysis, lens));
        commands.push(...pageCommands(analysis, lens));
        return commands.map((command) => new vscode.CodeLens(range, command));
      });
    },
  });
  return vscode.Disposable.from(
    changed,
    citing,
    provider,
    citing.onDidChange(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
    knowledge.onDidChange(() => changed.fire()),
  );
}

function countCommands(uri: vscode.Uri, analysis: Analysis, lens: Lens): vscode.Command[] {
  const { kind, title, first } = lens;
  if (!title) return [];
  const texts = { title: title.text, ...(lens.tooltip && { tooltip: lens.tooltip.text }) };
  if (kind === 'document') return [{ ...texts, command: COMMANDS.openReport, arguments: [uri] }];
  const target = toRange(analysis, first.span).start;
  return [{ ...texts, command: COMMANDS.showMapping, arguments: [uri, target] }];
}

/** For a heading or line with one technique. */
function pageCommands(analysis: Analysis, { kind, techniques: [only, ...others] }: Lens): vscode.Command[] {
  if (only === undefined || others.length > 0 || kind === 'document') return [];
  const tooltip = `Everything about ${only} on one page`;
  return [
    {
      title: 'Open page',
      tooltip,
      command: COMMANDS.openPage,
      arguments: [pageName(pageTargetIn(analysis, only))],
    },
  ];
}

function insertCommand(uri: vscode.Uri, analysis: Analysis, { references }: Lens): vscode.Command {
  const targets = references.map(({ span }) => toRange(analysis, span).start);
  const title = 'Insert mapped controls';
  return { title, command: COMMANDS.insertControls, arguments: [uri, targets] };
}
