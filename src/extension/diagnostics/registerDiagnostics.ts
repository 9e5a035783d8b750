import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analysis';
import type { Finding, Related, RuleId } from '../../core/rules/rule';
import { toRange, toSeverity } from '../adapters/convert';
import { mayHaveProblems } from '../adapters/scope';
import { DIAGNOSTIC_COLLECTION, DIAGNOSTIC_SOURCE } from '../contributions';
import type { Dependencies } from '../dependencies';
import { rulePageUri } from '../providers/rulePages';
import { Scheduler } from './scheduler';

/** Long enough not to work between two keystrokes, short enough to feel at once. */
const QUIET_MS = 250;

/** Keeps the problems of every open document; closing a document clears them. */
export function registerDiagnostics({ analyses, knowledge, settings, log }: Dependencies): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(DIAGNOSTIC_COLLECTION);
  const publish = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const analysis = await analyses.get(document);
    if (document.version !== version || document.isClosed) return;
    if (analysis)
      collection.set(
        document.uri,
        analysis.findings.map((finding) => toDiagnostic(document.uri, analysis, finding)),
      );
    else collection.delete(document.uri);
  };
  const scheduler = new Scheduler(QUIET_MS, publish, (error) => log.error(error));
  const check = (document: vscode.TextDocument, delay?: number): void => {
    if (mayHaveProblems(document)) scheduler.schedule(document, delay);
  };
  const checkAll = (): void => vscode.workspace.textDocuments.forEach((document) => check(document, 0));
  checkAll();
  return vscode.Disposable.from(
    collection,
    scheduler,
    vscode.workspace.onDidOpenTextDocument((document) => check(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      scheduler.cancel(document);
      collection.delete(document.uri);
    }),
    settings.onDidChange(checkAll),
    knowledge.onDidChange(checkAll),
  );
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
