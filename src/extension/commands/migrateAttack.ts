import * as vscode from 'vscode';
import { Analysis } from '../../core/analysis/analysis';
import type { AttackEditKind, AttackMigration } from '../../core/edits/attack/attackMigration';
import { migrateAttack } from '../../core/edits/attack/migrateAttack';
import {
  attackMigrationDocument,
  attackMigrationSentence,
  type MigratedDocument,
} from '../../core/edits/attack/summary';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { PreviewedEdit } from '../adapters/refactoring';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { eachDocument } from './workspaceDocuments';

/** What the refactor preview shows well; the command can be run again for the rest. */
const MAX_EDITS = 5000;

/** Brings the active document, or all of the workspace, to the newest bundled release of ATT&CK, after a preview. */
export function registerMigrateAttack(deps: Dependencies): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.migrateAttack, async () => migrateDocument(deps)),
    vscode.commands.registerCommand(COMMANDS.migrateAttackInWorkspace, async () => migrateWorkspace(deps)),
  );
}

/** A document with what is to change of it. */
interface Migrated {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
  readonly migration: AttackMigration;
}

async function migrateDocument({ analyses }: Dependencies): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const analysis = document && (await analyses.get(document));
  if (!document || !analysis) return tellNothing('The active document has nothing to migrate.');
  await preview([{ uri: document.uri, analysis, migration: migrateAttack(analysis) }], 'document');
}

async function migrateWorkspace(deps: Dependencies): Promise<void> {
  const loaded = await deps.knowledge.get();
  if (!loaded.ok) return;
  const title = 'Finding what ATT&CK changed';
  const found = await eachDocument(deps, loaded.value, title, ({ uri, analysis }) => {
    const { edits, decisions } = migrateAttack(analysis);
    return edits.length + decisions.length > 0 ? [uri] : [];
  });
  if (!found) return;
  await preview(await opened(deps, loaded.value, found.flat()), 'workspace');
}

/** The documents are opened now: what the editor reads of a file decides where its edits go. */
async function opened(
  { settings }: Dependencies,
  knowledge: KnowledgeBase,
  uris: readonly vscode.Uri[],
): Promise<Migrated[]> {
  const migrated: Migrated[] = [];
  let count = 0;
  for (const uri of uris) {
    if (count >= MAX_EDITS) break;
    const document = await vscode.workspace.openTextDocument(uri);
    const analysis = new Analysis(document.getText(), document.languageId, knowledge, settings.for(document));
    const migration = migrateAttack(analysis);
    migrated.push({ uri, analysis, migration });
    count += migration.edits.length;
  }
  return migrated;
}

const LABELS: Readonly<Record<AttackEditKind, string>> = {
  id: 'Techniques',
  tactic: 'Tactics',
  name: 'Names next to them',
  link: 'Links',
  declaration: 'Declarations of the ATT&CK version',
  repeat: 'Items that would be repeated',
};

async function preview(migrated: readonly Migrated[], of: 'document' | 'workspace'): Promise<void> {
  const hasEdits = migrated.some(({ migration: { edits } }) => edits.length > 0);
  const hasDecisions = migrated.some(({ migration: { decisions } }) => decisions.length > 0);
  if (!hasEdits && !hasDecisions)
    return tellNothing(
      of === 'document'
        ? 'The active document has nothing to migrate.'
        : 'The workspace has nothing to migrate.',
    );
  const edit = new PreviewedEdit();
  for (const { uri, analysis, migration } of migrated)
    for (const each of migration.edits) edit.add(uri, analysis, [each], LABELS[each.kind]);
  if (!hasEdits || (await edit.apply())) void tell(migrated);
}

function tellNothing(text: string): void {
  void vscode.window.showInformationMessage(text);
}

async function tell(migrated: readonly Migrated[]): Promise<void> {
  const documents = migrated.map(namedOf);
  const to = migrated[0]?.migration.to ?? '';
  const count = documents.reduce((sum, { decisions }) => sum + decisions.length, 0);
  const left = count === 0 ? 'Nothing is left to decide.' : `Left for you to decide: ${count}.`;
  const show = 'Show Summary';
  const sentence = attackMigrationSentence(to, documents).text;
  if ((await vscode.window.showInformationMessage(`${sentence} ${left}`, show)) !== show) return;
  const content = attackMigrationDocument(to, documents);
  const summary = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(summary, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
}

function namedOf({ uri, analysis, migration }: Migrated): MigratedDocument {
  const { lines } = analysis.document;
  return {
    name: vscode.workspace.asRelativePath(uri),
    edits: migration.edits,
    decisions: migration.decisions.map(({ kind, message, span }) => ({
      kind,
      message,
      line: lines.lineAt(span.start),
    })),
  };
}
