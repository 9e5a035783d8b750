import * as vscode from 'vscode';
import { configuredSettings, withGlobs } from '../../core/configuration/configuration';
import { parseSettings, SECTION, type Settings } from '../../core/settings/settings';
import { ConfigurationFiles } from './configurationFiles';

/** What decides the settings of a document, open or not. */
export type DocumentScope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** Documents whose settings are kept; a workspace may have more. */
const MOST_CONFIGURED = 10_000;

/** The settings of each document, parsed once for each scope until they change. A configuration says more than they do. */
export class SettingsSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly cache = new Map<string, Settings>();
  /** By document, where a configuration holds for it. */
  private readonly configured = new Map<string, Settings>();
  private readonly reported = new Set<string>();
  private readonly configurations: ConfigurationFiles;
  private readonly subscription: vscode.Disposable;
  /** Fired when a setting of ours changed anywhere. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    this.configurations = new ConfigurationFiles(log);
    this.subscription = vscode.Disposable.from(
      this.configurations,
      this.configurations.onDidChange(() => this.forget()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.forget();
      }),
    );
  }

  /** Settings may differ by workspace folder and by language, and by place under a configuration. */
  for(document: DocumentScope): Settings {
    const placed = this.configurations.of(document.uri);
    const base = this.inEditor(document);
    if (!placed) return base;
    const key = `${document.languageId} ${document.uri.toString()}`;
    const known = this.configured.get(key);
    if (known) return known;
    if (this.configured.size >= MOST_CONFIGURED) this.configured.clear();
    const { configuration, path } = placed;
    const settings = withGlobs(configuredSettings(base, configuration, path), configuration);
    this.configured.set(key, settings);
    return settings;
  }

  private forget(): void {
    this.cache.clear();
    this.configured.clear();
    this.reported.clear();
    this.changed.fire();
  }

  private inEditor(document: DocumentScope): Settings {
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
