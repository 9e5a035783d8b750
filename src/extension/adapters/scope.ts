import * as vscode from 'vscode';
import type { DocumentScope, SettingsSource } from './settingsSource';
import { PAGE_SCHEME, RULE_SCHEME } from '../contributions';

/** Output panels, chat, our own pages and similar documents are no policies. */
const FOREIGN_SCHEMES = new Set([
  'output',
  'debug',
  'comment',
  'vscode-chat-code-block',
  'vscode-terminal',
  'search-editor',
  'vscode-bulkeditpreview-editor', // the changed text in a refactor preview
  'vscode-bulkeditpreview',
  RULE_SCHEME,
  PAGE_SCHEME,
]);
/** Documents of the past, as in a diff: hovers help there, and problems would only double. */
const PAST_SCHEMES = new Set(['git', 'gitlens', 'review', 'pr', 'vscode-local-history']);

/** Whether a document is looked at. */
export function isInScope(document: DocumentScope, settings: SettingsSource): boolean {
  if (FOREIGN_SCHEMES.has(document.uri.scheme)) return false;
  if (!settings.for(document).languages.includes(document.languageId)) return false;
  return settings.isIncluded(document, relativePath(document.uri));
}

export function mayHaveProblems(document: DocumentScope): boolean {
  return !PAST_SCHEMES.has(document.uri.scheme);
}

/** Within its workspace folder where it has one. */
function relativePath(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const root = folder?.uri.path.replace(/\/$/, '');
  const path = root && uri.path.startsWith(`${root}/`) ? uri.path.slice(root.length) : uri.path;
  return path.replace(/^\/+/, '');
}
