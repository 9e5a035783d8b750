import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { migrationChoices, type MigrationChoice } from '../../core/edits/migrate/choices';
import { migrate } from '../../core/edits/migrate/migrate';
import type { EditKind, Migration } from '../../core/edits/migrate/migration';
import { migrationDocument, migrationSentence } from '../../core/edits/migrate/summary';
import { capitalized, counted } from '../../core/text/message';
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
  void vscode.window.showInformationMessage('The active document has no control references to migrate.');
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
      label: `${capitalized(framework.label(from))} to ${framework.label(to)}`,
      description: choice.isDetected ? `${references}, detected` : references,
    };
  });
  const title = 'Control Lens: Migrate to Another CCM Edition';
  const placeHolder = 'Select the editions. You can preview the changes first.';
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.choice;
}

const LABELS: Readonly<Record<EditKind, string>> = {
  id: 'Control IDs',
  title: 'Titles next to them',
  range: 'Ranges that become lists',
  declaration: 'Declarations of the edition',
};

function previewed(uri: vscode.Uri, analysis: Analysis, { edits }: Migration): PreviewedEdit {
  const previewedEdit = new PreviewedEdit();
  for (const edit of edits) previewedEdit.add(uri, analysis, [edit], LABELS[edit.kind]);
  return previewedEdit;
}

async function tell(document: vscode.TextDocument, analysis: Analysis, migration: Migration): Promise<void> {
  const { length } = migration.decisions;
  const left = length === 0 ? 'Nothing is left to decide.' : `Left for you to decide: ${length}.`;
  const show = 'Show Summary';
  const sentence = migrationSentence(migration).text;
  if ((await vscode.window.showInformationMessage(`${sentence} ${left}`, show)) !== show) return;
  const name = vscode.workspace.asRelativePath(document.uri);
  const content = migrationDocument(analysis, name, migration);
  const opened = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(opened, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}
