import * as vscode from 'vscode';
import { SEVERITIES, type Finding, type Severity } from '../../core/rules/rule';
import type { Analysis } from '../../core/analysis/analysis';
import { counted } from '../../core/text/message';
import { readDocuments } from '../commands/workspaceDocuments';
import type { Dependencies } from '../dependencies';
import type { WorkspaceProblems } from '../diagnostics/registerDiagnostics';

/** Shows the findings of a folder as problems, and prints them as the command line does; hints are left out. */
export class CheckTerminal implements vscode.Pseudoterminal {
  private readonly written = new vscode.EventEmitter<string>();
  private readonly closed = new vscode.EventEmitter<number>();
  private readonly source = new vscode.CancellationTokenSource();
  readonly onDidWrite = this.written.event;
  readonly onDidClose = this.closed.event;

  constructor(
    private readonly deps: Dependencies,
    private readonly folder: vscode.WorkspaceFolder,
    private readonly problems: WorkspaceProblems,
  ) {}

  open(): void {
    this.run().then(
      (code) => this.closed.fire(code),
      (error: unknown) => {
        this.deps.log.error(String(error));
        this.print(String(error));
        this.closed.fire(2);
      },
    );
  }

  close(): void {
    this.source.cancel();
  }

  /** Gives the exit code of the command line. */
  private async run(): Promise<number> {
    const loaded = await this.deps.knowledge.get();
    if (!loaded.ok) {
      this.print(loaded.failure.message);
      return 2;
    }
    this.problems.clear(this.folder);
    const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    const documents = await readDocuments(this.deps, loaded.value, this.source.token, ({ uri, analysis }) => {
      if (vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() !== this.folder.uri.toString())
        return false;
      this.problems.show(uri, analysis);
      for (const finding of analysis.findings.filter(({ severity }) => severity !== 'hint')) {
        counts[finding.severity]++;
        this.print(lineOf(vscode.workspace.asRelativePath(uri, false), analysis, finding));
      }
      return true;
    });
    const found = SEVERITIES.filter((each) => counts[each] > 0).map((each) =>
      each === 'information' ? `${counts[each]} information` : counted(counts[each], each),
    );
    const files = counted(documents.filter(Boolean).length, 'file');
    this.print(`${files}: ${found.length > 0 ? found.join(', ') : 'no findings'}`);
    return counts.error > 0 ? 1 : 0;
  }

  /** Names of files come from outside: nothing in them may steer the terminal. */
  private print(line: string): void {
    this.written.fire(`${line.replace(/\p{Cc}/gu, '\ufffd')}\r\n`);
  }
}

function lineOf(path: string, analysis: Analysis, { span, severity, rule, message }: Finding): string {
  const { line, character } = analysis.document.lines.rangeOf(span).start;
  return `${path}:${line + 1}:${character + 1}: ${severity} ${rule}: ${message.text}`;
}
