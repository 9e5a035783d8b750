import * as vscode from 'vscode';
import { configuredSettings, globsOf, withGlobs } from '../../core/configuration/configuration';
import { inclusionTest, type PathTest } from '../../core/settings/globs';
import { parseSettings, SECTION, type Settings } from '../../core/settings/settings';
import { ConfigurationFiles } from './configurationFiles';

/** What decides the settings of a document, open or not. */
export type DocumentScope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** What the editor has for a scope. */
interface Parsed {
  readonly settings: Settings;
  readonly isIncluded: PathTest;
  /** Without `include`, which a configuration may take the place of. */
  readonly isNotExcluded: PathTest;
}

/** Documents whose settings are kept; a workspace may have more. */
const MAX_CONFIGURED = 10_000;

/** The settings of each document, parsed once for each scope until they change. A configuration says more than they do. */
export class SettingsSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly cache = new Map<string, Parsed>();
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
    const base = this.parsed(document).settings;
    if (!placed) return base;
    const key = `${document.languageId} ${document.uri.toString()}`;
    const known = this.configured.get(key);
    if (known) return known;
    if (this.configured.size >= MAX_CONFIGURED) this.configured.clear();
    const { configuration, path } = placed;
    const settings = withGlobs(configuredSettings(base, configuration, path), configuration);
    this.configured.set(key, settings);
    return settings;
  }

  /** Whether `include` and `exclude` let a path be checked, relative to the document's folder. */
  isIncluded(document: DocumentScope, path: string): boolean {
    const { isIncluded, isNotExcluded } = this.parsed(document);
    const placed = this.configurations.of(document.uri);
    if (!placed) return isIncluded(path);
    const { configuration } = placed;
    const isInBase = globsOf(configuration).include.length > 0 ? isNotExcluded : isIncluded;
    return isInBase(path) && configuration.isIncluded(placed.path);
  }

  private forget(): void {
    this.cache.clear();
    this.configured.clear();
    this.reported.clear();
    this.changed.fire();
  }

  private parsed(document: DocumentScope): Parsed {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString() ?? '';
    const key = `${document.languageId} ${folder}`;
    const known = this.cache.get(key);
    if (known) return known;
    const settings = this.read(document);
    const isNotExcluded = inclusionTest({ include: [], exclude: settings.exclude });
    const made = { settings, isIncluded: inclusionTest(settings), isNotExcluded };
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
