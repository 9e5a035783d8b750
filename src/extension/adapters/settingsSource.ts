import * as vscode from 'vscode';
import { inclusionTest, type PathTest } from '../../core/settings/globs';
import { parseSettings, SECTION, type Settings } from '../../core/settings/settings';

/** What decides the settings of a document, open or not. */
export type DocumentScope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** The settings of each document, parsed once for each scope until they change. */
export class SettingsSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly cache = new Map<string, { readonly settings: Settings; readonly isIncluded: PathTest }>();
  private readonly reported = new Set<string>();
  private readonly subscription: vscode.Disposable;
  /** Fired when a setting of ours changed anywhere. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SECTION)) return;
      this.cache.clear();
      this.reported.clear();
      this.changed.fire();
    });
  }

  /** Settings may differ by workspace folder and by language. */
  for(document: DocumentScope): Settings {
    return this.parsed(document).settings;
  }

  /** Whether `include` and `exclude` let a path be checked, relative to the document's folder. */
  isIncluded(document: DocumentScope, path: string): boolean {
    return this.parsed(document).isIncluded(path);
  }

  private parsed(document: DocumentScope): { readonly settings: Settings; readonly isIncluded: PathTest } {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString() ?? '';
    const key = `${document.languageId} ${folder}`;
    const known = this.cache.get(key);
    if (known) return known;
    const settings = this.read(document);
    const made = { settings, isIncluded: inclusionTest(settings) };
    this.cache.set(key, made);
    return made;
  }

  /** Of the workspace as a whole: as its first folder has them. */
  forWorkspace(): Settings {
    const uri =
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.from({ scheme: 'untitled', path: '' });
    return this.for({ uri, languageId: '' });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private read({ uri, languageId }: DocumentScope): Settings {
    const configuration = vscode.workspace.getConfiguration(SECTION, { uri, languageId });
    const { settings, problems } = parseSettings((key) => configuration.get(key));
    for (const { key, message } of problems) {
      if (this.reported.has(key)) continue;
      this.reported.add(key);
      this.log.warn(`The setting ${key} ${message}`);
    }
    return settings;
  }
}
