import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { migrationChoices, type MigrationChoice } from '../../core/edits/migrate/choices';
import { migrate } from '../../core/edits/migrate/migrate';
import type { EditKind, Migration } from '../../core/edits/migrate/migration';
import { migrationDocument, migrationSentence } from '../../core/edits/migrate/summary';
import { capitalized, counted } from '../../core/text/message';
import { toText } from '../adapters/convert';
import { PreviewedEdit } from '../adapters/refactoring';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';

/** Brings the active document from one edition of a framework to another, after a preview. */
export function registerMigrateEdition({ analyses }: Dependencies): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.migrateEdition, async (from?: unknown, to?: unknown) => {
    const document = vscode.window.activeTextEditor?.document;
    const analysis = document && (await analyses.get(document));
    if (!document || !analysis) return tellNothing();
    const choices = migrationChoices(analysis);
    if (choices.length === 0) return tellNothing();
    const named = choices.find((each) => each.from === from && each.to === to);
    const choice = named ?? (await ask(choices));
    if (!choice) return;
    const migration = migrate(analysis, choice.from, choice.to);
    const isDone =
      migration.edits.length === 0 || (await previewed(document.uri, analysis, migration).apply());
    if (isDone) void tell(document, analysis, migration);
  });
}

function tellNothing(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No control reference to migrate in the active document.'),
  );
}

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice: MigrationChoice;
}

async function ask(choices: readonly MigrationChoice[]): Promise<MigrationChoice | undefined> {
  const items = choices.map((choice): ChoiceItem => {
    const { framework, from, to, count } = choice;
    const references = counted(count, 'reference');
    return {
      choice,
      label: vscode.l10n.t('{0} to {1}', capitalized(framework.label(from)), framework.label(to)),
      description: choice.isDetected ? vscode.l10n.t('{0}, detected', references) : references,
    };
  });
  const title = vscode.l10n.t('Control Lens: Migrate to Another CCM Edition');
  const placeHolder = vscode.l10n.t('From which edition to which; a preview follows');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.choice;
}

const LABELS: Readonly<Record<EditKind, string>> = {
  id: vscode.l10n.t('Control ids'),
  title: vscode.l10n.t('Titles beside them'),
  range: vscode.l10n.t('Ranges that become lists'),
  declaration: vscode.l10n.t('Declarations of the edition'),
};

function previewed(uri: vscode.Uri, analysis: Analysis, { edits }: Migration): PreviewedEdit {
  const previewedEdit = new PreviewedEdit();
  for (const edit of edits) previewedEdit.add(uri, analysis, [edit], LABELS[edit.kind]);
  return previewedEdit;
}

async function tell(document: vscode.TextDocument, analysis: Analysis, migration: Migration): Promise<void> {
  const { length } = migration.decisions;
  const left =
    length === 0
      ? vscode.l10n.t('Nothing is left to decide.')
      : vscode.l10n.t('Left to decide: {0}.', length);
  const show = vscode.l10n.t('Show Summary');
  const sentence = toText(migrationSentence(migration));
  if ((await vscode.window.showInformationMessage(`${sentence} ${left}`, show)) !== show) return;
  const name = vscode.workspace.asRelativePath(document.uri);
  const content = migrationDocument(analysis, name, migration);
  const opened = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(opened, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}
