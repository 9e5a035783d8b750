import * as vscode from 'vscode';
import { parseSettings, SECTION, type Settings } from '../../core/settings/settings';

/** What decides the settings of a document, open or not. */
export type DocumentScope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** The settings of each document, parsed once for each scope until they change. */
export class SettingsSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly cache = new Map<string, Settings>();
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
    const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString() ?? '';
    const key = `${document.languageId} ${folder}`;
    const known = this.cache.get(key) ?? this.read(document);
    this.cache.set(key, known);
    return known;
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
