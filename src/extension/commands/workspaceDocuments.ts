import * as vscode from 'vscode';
import { Analysis } from '../../core/analysis/analysis';
import type { KnowledgeBase } from '../../core/knowledge/knowledgeBase';
import { Breather } from '../adapters/breather';
import type { DocumentScope } from '../adapters/settingsSource';
import { unlessCancelled } from '../adapters/timeout';
import { openDocuments, WorkspaceFiles } from '../adapters/workspaceFiles';
import type { Dependencies } from '../dependencies';

/** A document of the workspace, as it is in the editor or on disk. */
export interface WorkspaceDocument {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
}

/**
 * What a function makes of each document of the workspace, while a notification shows how far it is. Undefined if the user
 * stops it.
 */
export async function eachDocument<T>(
  deps: Dependencies,
  knowledge: KnowledgeBase,
  title: string,
  take: (document: WorkspaceDocument) => T,
): Promise<T[] | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const working = readDocuments(deps, knowledge, token, take, (done, all) =>
      progress.report({ message: `${done} of ${all} files`, increment: 100 / all }),
    );
    const result = await unlessCancelled(working, token);
    return token.isCancellationRequested ? undefined : result;
  });
}

/** The same without a notification: `tell` hears how far it is. What was made before the token is cancelled is given. */
export async function readDocuments<T>(
  { settings, log }: Dependencies,
  knowledge: KnowledgeBase,
  token: vscode.CancellationToken,
  take: (document: WorkspaceDocument) => T,
  tell: (done: number, all: number) => void = () => {},
): Promise<T[]> {
  const breather = new Breather();
  const files = new WorkspaceFiles(settings, log);
  const scopes = [...(await files.findAll(token, breather)).values()];
  const taken: T[] = [];
  for (const [index, scope] of scopes.entries()) {
    if (token.isCancellationRequested) break;
    const text = await textOf(files, scope);
    if (text !== undefined) {
      const analysis = new Analysis(text, scope.languageId, knowledge, settings.for(scope));
      taken.push(take({ uri: scope.uri, analysis }));
    }
    tell(index + 1, scopes.length);
    await breather.yieldIfDue();
  }
  return taken;
}

async function textOf(files: WorkspaceFiles, { uri }: DocumentScope): Promise<string | undefined> {
  const open = openDocuments().get(uri.toString());
  return open ? open.getText() : files.textOf(uri);
}
