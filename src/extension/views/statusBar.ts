import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import type { Framework } from '../../core/knowledge/framework';
import { summaryOf } from '../../core/analysis/summary';
import { counted } from '../../core/text/message';
import { escapeMarkdown } from '../../core/text/renderMarkdown';
import { COMMANDS, CONTEXT_KEYS, STATUS_BAR_ITEM } from '../contributions';
import type { Dependencies } from '../dependencies';
import { Scheduler } from '../diagnostics/scheduler';
import { setContext } from './tree/treeView';

const QUIET_MS = 300;

/**
 * Tells the versions at hand and what the active document references, and menus whether it does; hidden where there is
 * nothing to tell.
 */
export function registerStatusBar({ analyses, knowledge, settings, log }: Dependencies): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(STATUS_BAR_ITEM, vscode.StatusBarAlignment.Right, 90);
  item.name = 'Control Lens';
  const update = async (document: vscode.TextDocument): Promise<void> => {
    const analysis = await analyses.get(document);
    const loaded = analysis ? undefined : await failureOf(document);
    if (vscode.window.activeTextEditor?.document !== document) return;
    if (loaded) showFailure(item, loaded);
    else if (analysis?.settings.statusBar) show(item, analysis);
    else item.hide();
    await setContext(CONTEXT_KEYS.hasReferences, analysis !== undefined && analysis.references.length > 0);
  };
  const failureOf = async (document: vscode.TextDocument): Promise<string | undefined> => {
    if (!settings.for(document).languages.includes(document.languageId)) return undefined;
    const result = await knowledge.get();
    return result.ok ? undefined : result.failure.message;
  };
  const scheduler = new Scheduler(QUIET_MS, update, (error) => log.error(error));
  const follow = (delay?: number): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document) scheduler.schedule(document, delay);
    else item.hide();
  };
  follow(0);
  return vscode.Disposable.from(
    item,
    scheduler,
    vscode.window.onDidChangeActiveTextEditor(() => follow(0)),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document === vscode.window.activeTextEditor?.document) follow(0); // its language changed
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) follow();
    }),
    settings.onDidChange(() => follow(0)),
    knowledge.onDidChange(() => follow(0)),
  );
}

function show(item: vscode.StatusBarItem, analysis: Analysis): void {
  const { techniques, controls, references, findings } = summaryOf(analysis);
  const { attack } = analysis.knowledge;
  const frameworks = [...analysis.counted.frameworks.values()];
  item.text = `$(shield) ${counted(references, 'reference')} · ${frameworks.map(mappingWords).join(', ')} · ATT&CK ${attack.newest()}`;
  item.tooltip = new vscode.MarkdownString(
    [
      `This document: ${counted(techniques, 'technique')}, ${counted(controls, 'control')}, ${counted(findings, 'finding')}`,
      ...frameworks.map(
        ({ mappedVersion, mapping: { updated, attackVersion } }) =>
          `Mapping: ${mappedVersion}, updated ${updated}, based on ATT&CK ${attackVersion}`,
      ),
      `ATT&CK data up to ${attack.newest()}`,
    ]
      .map(escapeMarkdown)
      .join('\n\n'),
  );
  item.backgroundColor = undefined;
  item.command = COMMANDS.openSettings;
  item.show();
}

/** The version of a mapping, with the framework's name. */
function mappingWords({ descriptor: { words }, mapping }: Framework): string {
  return `${words.short} mapping ${words.version(mapping.frameworkVersion)}`;
}

function showFailure(item: vscode.StatusBarItem, message: string): void {
  item.text = '$(error) Control Lens: no data';
  item.tooltip = message;
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
  item.command = COMMANDS.showLog;
  item.show();
}
