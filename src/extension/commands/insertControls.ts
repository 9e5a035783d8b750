import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { choicesFor, isMissing, missingFor } from '../../core/edits/insert/choices';
import { insert } from '../../core/edits/insert/insert';
import { familyFor, type Item } from '../../core/edits/insert/item';
import { targetAt, targetsNear } from '../../core/edits/insert/target';
import type { Reference } from '../../core/recognition/reference';
import { applyOrTell } from '../adapters/applyEdit';
import { toOffset, toRange, toWorkspaceEdit } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { pickItems, pickTarget } from './insertPicks';

type Family = Reference['family'];
type Choose = (analysis: Analysis, target: Reference) => Promise<readonly Item[] | undefined>;

/** Writes the controls that are mapped to a technique beside it, and the techniques that are mapped to a control. */
export function registerInsertControls(deps: Dependencies): vscode.Disposable {
  const register = (command: string, families: readonly Family[], choose: Choose): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (uri?: unknown, places?: unknown) => {
      const document = await documentOf(uri);
      if (document) await run(deps, document, placesOf(document, places), families, choose);
    });
  return vscode.Disposable.from(
    register(COMMANDS.insertControls, ['attack'], pickItems),
    register(COMMANDS.insertTechniques, ['ccm'], pickItems),
    register(COMMANDS.insertAllControls, ['attack', 'ccm'], async (analysis, target) =>
      missingFor(analysis, target),
    ),
  );
}

async function run(
  { analyses }: Dependencies,
  document: vscode.TextDocument,
  places: readonly vscode.Position[],
  families: readonly Family[],
  choose: Choose,
): Promise<void> {
  const analysis = await analyses.get(document);
  const targets = analysis ? targetsAt(analysis, places, families) : [];
  if (!analysis || targets.length === 0) {
    tell(
      families[0] === 'attack'
        ? 'There is no technique at the cursor. Put the cursor on one, such as T1021.007.'
        : 'There is no control at the cursor. Put the cursor on one, such as CCM IAM-14.',
    );
    return;
  }
  const target = await pickTarget(analysis, targets);
  if (!target) return;
  const refusal = refusalOf(analysis, target);
  if (refusal !== undefined) {
    tell(refusal);
    return;
  }
  const items = await choose(analysis, target);
  if (!items || items.length === 0) return;
  if (analysis !== (await analyses.get(document))) {
    tell('Nothing was inserted: the document changed in the meantime.');
    return;
  }
  await write(document, analysis, target, items);
}

/** At the places given, each technique or control once; without any of them, at the cursor, on its line, or in its section. */
function targetsAt(
  analysis: Analysis,
  places: readonly vscode.Position[],
  families: readonly Family[],
): Reference[] {
  const found = families.map((family) =>
    places.length === 1
      ? places.flatMap((place) => targetsNear(analysis, toOffset(analysis, place), family))
      : places.flatMap((place) => targetAt(analysis, toOffset(analysis, place)) ?? []),
  );
  const targets = found.find((each) => each.length > 0) ?? [];
  return targets.filter(({ id }, index) => targets.findIndex((other) => other.id === id) === index);
}

/** Why there is nothing to choose from. */
function refusalOf(analysis: Analysis, target: Reference): string | undefined {
  const choices = choicesFor(analysis, target);
  const isControl = familyFor(target) === 'ccm';
  if (choices.length === 0)
    return isControl ? `No control is mapped to ${target.id}.` : `No technique is mapped to ${target.id}.`;
  if (choices.some(isMissing)) return undefined;
  return isControl
    ? `All controls mapped to ${target.id} are already cited in this section.`
    : `All techniques mapped to ${target.id} are already named in this section.`;
}

async function write(
  document: vscode.TextDocument,
  analysis: Analysis,
  target: Reference,
  items: readonly Item[],
): Promise<void> {
  const insertion = insert(analysis, target, items);
  if (!insertion.ok) {
    tell(`Nothing was inserted at ${target.id}. ${insertion.failure.reason.text}`);
    return;
  }
  const { edits, leftOut, edition } = insertion.value;
  if (!(await applyOrTell(toWorkspaceEdit(document.uri, analysis, edits)))) return;
  reveal(document, toRange(analysis, edits[0]?.span ?? target.span));
  if (leftOut.length === 0) return;
  const names = leftOut.map((item) => item.titleIn(edition)).join(', ');
  const label = analysis.knowledge.ccm.label(edition);
  tell(`Not inserted, because ${label} has no ID for them: ${names}`);
}

function reveal(document: vscode.TextDocument, range: vscode.Range): void {
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  editor?.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function tell(text: string): void {
  void vscode.window.showInformationMessage(text);
}

async function documentOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
  return uri instanceof vscode.Uri
    ? vscode.workspace.openTextDocument(uri)
    : vscode.window.activeTextEditor?.document;
}

/** Those given by a lens or an action, else the cursor. */
function placesOf(document: vscode.TextDocument, places: unknown): readonly vscode.Position[] {
  if (Array.isArray(places)) return places.filter((place) => place instanceof vscode.Position);
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? [editor.selection.active] : [];
}
