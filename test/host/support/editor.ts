import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const EXTENSION_ID = 'control-lens.control-lens';
const SOURCE = 'Control Lens';

/** What the extension host sets comes back a little later: asks again until it is so. */
export async function until<T>(
  get: () => T | Thenable<T>,
  isSo: (value: T) => boolean,
  attempts = 300,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const value = await get();
    if (isSo(value)) return value;
    if (attempt >= attempts) assert.fail(`not so after ${attempts} attempts: ${JSON.stringify(value)}`);
    await pause(50);
  }
}

/** Adds a folder behind those of the workspace, or takes the last one away; done when the editor has told of it. */
export async function changeFolders(added?: {
  readonly uri: vscode.Uri;
  readonly name: string;
}): Promise<void> {
  const count = vscode.workspace.workspaceFolders?.length ?? 0;
  const changed = new Promise<void>((resolve) => {
    const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
  });
  const isTaken = added
    ? vscode.workspace.updateWorkspaceFolders(count, 0, added)
    : vscode.workspace.updateWorkspaceFolders(count - 1, 1);
  assert.ok(isTaken);
  await changed;
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

export function fixture(name: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[folder];
  assert.ok(root, 'a workspace folder is open');
  return vscode.Uri.joinPath(root.uri, name);
}

export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.extensions.getExtension(EXTENSION_ID)?.activate();
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

let untitled = 0;

/** An untitled document with the text; each has a name of its own, so that no backup of another comes back. */
export async function write(content: string, extension = 'md'): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `written-${++untitled}.${extension}` });
  const document = await open(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}

export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** The position inside the nth place where the words stand. */
export function at(document: vscode.TextDocument, words: string, nth = 0): vscode.Position {
  let offset = document.getText().indexOf(words);
  for (let count = 0; count < nth; count++) offset = document.getText().indexOf(words, offset + 1);
  assert.ok(offset >= 0, `${words} stands in the document`);
  return document.positionAt(offset + 1);
}

/** Our hover's Markdown at a position; empty where there is none. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((each) => (typeof each === 'string' ? each : each.value)),
  );
  return texts.join('\n');
}

export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** `rule@text` for each problem, in order. */
export function problemList(document: vscode.TextDocument): string[] {
  return problems(document.uri)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((problem) => `${ruleOf(problem)}@${document.getText(problem.range)}`);
}

export async function expectProblems(
  document: vscode.TextDocument,
  expected: readonly string[],
): Promise<void> {
  await until(
    () => problemList(document),
    (list) => list.join() === expected.join(),
  );
}

export async function setSetting(key: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('controlLens')
    .update(key, value, vscode.ConfigurationTarget.Global);
}

export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
}
