import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import type { Finding, Related, RuleId } from '../../core/rules/rule';
import { toRange, toSeverity } from '../adapters/convert';
import { mayHaveProblems } from '../adapters/scope';
import { openDocuments } from '../adapters/workspaceFiles';
import { DIAGNOSTIC_COLLECTION, DIAGNOSTIC_SOURCE } from '../contributions';
import type { Dependencies } from '../dependencies';
import { rulePageUri } from '../providers/rulePages';
import { Scheduler } from './scheduler';

/** Long enough not to work between two keystrokes, short enough to feel at once. */
const QUIET_MS = 250;

/** Puts the findings of files that are not open into the Problems view, until their folder is cleared. */
export interface WorkspaceProblems {
  readonly show: (uri: vscode.Uri, analysis: Analysis) => void;
  readonly clear: (folder: vscode.WorkspaceFolder) => void;
}

/** Keeps the problems of every open document; closing a document clears them, unless they are those of the workspace. */
export function registerDiagnostics({
  analyses,
  knowledge,
  settings,
  log,
}: Dependencies): vscode.Disposable & WorkspaceProblems {
  const collection = vscode.languages.createDiagnosticCollection(DIAGNOSTIC_COLLECTION);
  const kept = new Map<string, vscode.Uri>();
  const publish = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const analysis = await analyses.get(document);
    if (document.version !== version || document.isClosed) return;
    if (analysis)
      collection.set(
        document.uri,
        analysis.findings.map((finding) => toDiagnostic(document.uri, analysis, finding)),
      );
    else if (analyses.isTooLarge(document)) collection.set(document.uri, [tooLarge(document)]);
    else collection.delete(document.uri);
  };
  const scheduler = new Scheduler(QUIET_MS, publish, (error) => log.error(error));
  const check = (document: vscode.TextDocument, delay?: number): void => {
    if (mayHaveProblems(document)) scheduler.schedule(document, delay);
  };
  const checkAll = (): void => vscode.workspace.textDocuments.forEach((document) => check(document, 0));
  checkAll();
  const disposable = vscode.Disposable.from(
    collection,
    scheduler,
    vscode.workspace.onDidOpenTextDocument((document) => check(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      scheduler.cancel(document);
      if (!kept.has(document.uri.toString())) collection.delete(document.uri);
    }),
    settings.onDidChange(checkAll),
    knowledge.onDidChange(checkAll),
  );
  return {
    dispose: () => disposable.dispose(),
    show: (uri, analysis) => {
      kept.set(uri.toString(), uri);
      if (openDocuments().has(uri.toString())) return; // its problems follow the text
      const findings = analysis.findings.filter(({ severity }) => severity !== 'hint');
      collection.set(
        uri,
        findings.map((finding) => toDiagnostic(uri, analysis, finding)),
      );
    },
    clear: (folder) => {
      const open = openDocuments();
      for (const [key, uri] of kept) {
        if (vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() !== folder.uri.toString()) continue;
        kept.delete(key);
        if (!open.has(key)) collection.delete(uri);
      }
    },
  };
}

const TOO_LARGE =
  'This document has more than 5 million characters, too many to check while it is open. Split it, or check it with control-lens check.';

function tooLarge(document: vscode.TextDocument): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    document.lineAt(0).range,
    TOO_LARGE,
    vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = DIAGNOSTIC_SOURCE;
  return diagnostic;
}

const OUTDATED: ReadonlySet<RuleId> = new Set(['revoked-technique', 'deprecated-technique']);

function toDiagnostic(uri: vscode.Uri, analysis: Analysis, finding: Finding): vscode.Diagnostic {
  const { rule, severity, span, message, related } = finding;
  const diagnostic = new vscode.Diagnostic(toRange(analysis, span), message.text, toSeverity(severity));
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = { value: rule, target: rulePageUri(rule) };
  if (OUTDATED.has(rule)) diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  if (related) diagnostic.relatedInformation = related.map((each) => toRelated(uri, analysis, each));
  return diagnostic;
}

function toRelated(
  uri: vscode.Uri,
  analysis: Analysis,
  { span, message }: Related,
): vscode.DiagnosticRelatedInformation {
  const location = new vscode.Location(uri, toRange(analysis, span));
  return new vscode.DiagnosticRelatedInformation(location, message.text);
}
