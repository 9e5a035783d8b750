import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import { choicesFor, isMissing, missingFor } from '../../core/edits/insert/choices';
import { insert } from '../../core/edits/insert/insert';
import { frameworksFor, type Item } from '../../core/edits/insert/item';
import { targetAt, targetsNear } from '../../core/edits/insert/target';
import { FRAMEWORK_KEYS } from '../../core/frameworks/registry';
import { ATTACK } from '../../core/identifiers/grammar';
import type { Framework } from '../../core/knowledge/framework';
import type { Reference } from '../../core/recognition/reference';
import { applyOrTell } from '../adapters/applyEdit';
import { toOffset, toRange, toWorkspaceEdit } from '../adapters/convert';
import { COMMANDS } from '../contributions';
import type { Dependencies } from '../dependencies';
import { pickFramework, pickItems, pickTarget } from './insertPicks';

type Family = Reference['family'];
type Choose = (
  analysis: Analysis,
  target: Reference,
  framework: Framework | undefined,
) => Promise<readonly Item[] | undefined>;

const CONTROLS: readonly Family[] = FRAMEWORK_KEYS;

/** Writes the controls that are mapped to a technique beside it, and the techniques that are mapped to a control. */
export function registerInsertControls(deps: Dependencies): vscode.Disposable {
  const register = (command: string, families: readonly Family[], choose: Choose): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (uri?: unknown, places?: unknown, framework?: unknown) => {
      const document = await documentOf(uri);
      if (document) await run(deps, document, placesOf(document, places), { families, choose, framework });
    });
  return vscode.Disposable.from(
    register(COMMANDS.insertControls, [ATTACK], pickItems),
    register(COMMANDS.insertTechniques, CONTROLS, pickItems),
    register(COMMANDS.insertAllControls, [ATTACK, ...CONTROLS], async (analysis, target, framework) =>
      missingFor(analysis, target, framework),
    ),
  );
}

interface Task {
  readonly families: readonly Family[];
  readonly choose: Choose;
  /** The key of the framework that a lens or an action names. */
  readonly framework: unknown;
}

async function run(
  { analyses }: Dependencies,
  document: vscode.TextDocument,
  places: readonly vscode.Position[],
  { families, choose, framework: named }: Task,
): Promise<void> {
  const analysis = await analyses.get(document);
  const targets = analysis ? targetsAt(analysis, places, families) : [];
  if (!analysis || targets.length === 0) {
    tell(
      families[0] === ATTACK
        ? 'There is no technique at the cursor. Put the cursor on one, such as T1021.007.'
        : 'There is no control at the cursor. Put the cursor on one, such as CCM IAM-14.',
    );
    return;
  }
  const target = await pickTarget(analysis, targets);
  if (!target) return;
  const framework = await frameworkFor(analysis, target, named);
  if (framework === 'cancelled') return;
  const refusal = refusalOf(analysis, target, framework);
  if (refusal !== undefined) {
    tell(refusal);
    return;
  }
  const items = await choose(analysis, target, framework);
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

/** The framework that is named, or else the one of the document; a reader is asked if it uses several or none. */
async function frameworkFor(
  analysis: Analysis,
  target: Reference,
  named: unknown,
): Promise<Framework | undefined | 'cancelled'> {
  const candidates = frameworksFor(analysis, target);
  const known = candidates.find(({ key }) => key === named);
  if (known || candidates.length < 2) return known ?? candidates[0];
  return (await pickFramework(candidates)) ?? 'cancelled';
}

/** Why there is nothing to choose from. */
function refusalOf(
  analysis: Analysis,
  target: Reference,
  framework: Framework | undefined,
): string | undefined {
  const choices = choicesFor(analysis, target, framework);
  const isControl = target.family === ATTACK;
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
  const label = analysis.knowledge.editionLabel(leftOut[0]?.anyId ?? target.id, edition);
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
