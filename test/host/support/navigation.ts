import * as vscode from 'vscode';
import { at, fixture } from './editor';

/** Writes a file of the workspace past the editor. */
export async function writeFile(name: string, text: string, folder = 0): Promise<void> {
  await vscode.workspace.fs.writeFile(fixture(name, folder), new TextEncoder().encode(text));
}

export async function remove(name: string): Promise<void> {
  await vscode.workspace.fs.delete(fixture(name), { recursive: true });
}

/** What a provider gives for the place of some words: `nav/a.md:3`, lines from zero. */
export async function namedAt(
  command: string,
  document: vscode.TextDocument,
  words: string,
): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    command,
    document.uri,
    at(document, words),
  );
  return found.map(placeOf).sort();
}

export async function references(document: vscode.TextDocument, words: string): Promise<string[]> {
  return namedAt('vscode.executeReferenceProvider', document, words);
}

export async function highlights(document: vscode.TextDocument, words: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
    'vscode.executeDocumentHighlights',
    document.uri,
    at(document, words),
  );
  return found.map(({ range }) => document.getText(range));
}

/** Those of ours, which begin with an id: `IAM-13 Strong Authentication@nav/a.md:3`. */
export async function symbols(query: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  const ours = found.filter(({ kind }) => kind === vscode.SymbolKind.Key || kind === vscode.SymbolKind.Event);
  return ours.map(({ name, location }) => `${name}@${placeOf(location)}`);
}

/** The texts of a document that are links. */
export async function linkedTexts(document: vscode.TextDocument): Promise<string[]> {
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
  );
  return links.map(({ range }) => document.getText(range));
}

function placeOf({ uri, range }: vscode.Location): string {
  const name = uri.scheme === 'untitled' ? `~${uri.path}` : vscode.workspace.asRelativePath(uri, false);
  return `${name}:${range.start.line}`;
}
