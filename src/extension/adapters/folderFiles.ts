import * as vscode from 'vscode';
import { extensionsOf, languageOfName } from '../../core/documents/languages';
import type { Settings } from '../../core/settings/settings';
import { globTest, type PathTest } from '../../core/settings/globs';
import { isKeptOut, switchedOn, type FileFilter } from '../../core/index/fileFilter';
import { IGNORE_FILES, IgnoreFiles } from '../../core/index/ignoreFiles';
import type { Breather } from './breather';
import { isSearchable, walk } from './folderWalk';
import { inTime } from './timeout';
import { isInScope } from './scope';
import type { DocumentScope, SettingsSource } from './settingsSource';

const MAX_IGNORE_FILES = 2000;
/** Files that are found and then kept out do not count, within reason. */
const FOUND_FOR_ONE = 10;

/** One of `files.associations`. */
interface Association {
  readonly glob: string;
  readonly language: string;
  readonly fits: PathTest;
}

/** What the editor's settings say of a folder, and its file system allows. */
interface FolderOptions {
  readonly filter: FileFilter;
  readonly excludes: readonly string[];
  readonly associations: readonly Association[];
  readonly usesIgnoreFiles: boolean;
  readonly canSearch: boolean;
  /** In milliseconds: how long a file or folder may take to be read. */
  readonly timeout: number;
}

/** Which files of one workspace folder are read. */
export class FolderFiles {
  private constructor(
    private readonly folder: vscode.WorkspaceFolder,
    private readonly settings: SettingsSource,
    private readonly options: FolderOptions,
  ) {}

  static async of(
    folder: vscode.WorkspaceFolder,
    settings: SettingsSource,
    token: vscode.CancellationToken,
    timeout: number,
  ): Promise<FolderFiles> {
    const files = vscode.workspace.getConfiguration('files', folder);
    const search = vscode.workspace.getConfiguration('search', folder);
    const excludes = [...switchedOn(files.get('exclude')), ...switchedOn(search.get('exclude'))];
    const ignoreFiles = new IgnoreFiles();
    const associated = Object.entries(files.get<Record<string, string>>('associations') ?? {});
    const associations = associated.map(([glob, language]) => ({ glob, language, fits: globTest([glob]) }));
    const usesIgnoreFiles = search.get('useIgnoreFiles') !== false;
    const filter = { excludes: globTest(excludes), ignoreFiles };
    const canSearch = await isSearchable(folder.uri);
    const options = { filter, excludes, associations, usesIgnoreFiles, canSearch, timeout };
    const made = new FolderFiles(folder, settings, options);
    if (usesIgnoreFiles && canSearch) await made.readIgnoreFiles(token);
    return made;
  }

  get name(): string {
    return this.folder.name;
  }

  get uri(): string {
    return this.folder.uri.toString();
  }

  /** Sorted, so that the same are taken where there are too many; `isCut` where some were left out. */
  async find(
    token: vscode.CancellationToken,
    breather: Breather,
  ): Promise<{ readonly files: readonly DocumentScope[]; readonly isCut: boolean }> {
    const { maxFiles } = this.ownSettings();
    const files = await this.findBelow(this.folder.uri, token, maxFiles * FOUND_FOR_ONE, breather);
    return { files: files.slice(0, maxFiles), isCut: files.length > maxFiles };
  }

  async findBelow(
    base: vscode.Uri,
    token: vscode.CancellationToken | undefined,
    most: number,
    breather: Breather,
  ): Promise<DocumentScope[]> {
    const names = this.namePatterns();
    if (names.length === 0) return [];
    const found: DocumentScope[] = [];
    for (const uri of await this.urisBelow(base, names, token, most, breather)) {
      const scope = this.scopeOf(uri);
      if (scope) found.push(scope);
      await breather.yieldIfDue();
    }
    return found.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  private async urisBelow(
    base: vscode.Uri,
    names: readonly string[],
    token: vscode.CancellationToken | undefined,
    most: number,
    breather: Breather,
  ): Promise<readonly vscode.Uri[]> {
    if (!this.options.canSearch) return this.walkBelow(base, token, most, breather);
    const pattern = new vscode.RelativePattern(base, `**/{${names.join(',')}}`);
    const searching = vscode.workspace.findFiles(pattern, this.plainExcludes(), most, token);
    return breather.waitFor(Promise.resolve(searching));
  }

  /** What says which files are ignored is read on the way. */
  private async walkBelow(
    base: vscode.Uri,
    token: vscode.CancellationToken | undefined,
    most: number,
    breather: Breather,
  ): Promise<readonly vscode.Uri[]> {
    const isExcluded = globTest(this.ownSettings().exclude);
    return walk(base, {
      most,
      token,
      breather,
      timeout: this.options.timeout,
      enter: async (folder, inside) => {
        if (this.options.usesIgnoreFiles && IGNORE_FILES.some((each) => inside.includes(each)))
          await this.readIgnoreFilesOf(folder);
      },
      keepsOut: (uri, isFolder) => {
        const path = this.relative(uri) + (isFolder ? '/' : '');
        return isKeptOut(path, this.options.filter) || isExcluded(path);
      },
      wants: (uri) => this.scopeOf(uri) !== undefined,
    });
  }

  /** Undefined for a file that is not read. */
  scopeOf(uri: vscode.Uri): DocumentScope | undefined {
    const languageId = this.languageOf(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    return languageId !== undefined && this.allows({ uri, languageId }) ? { uri, languageId } : undefined;
  }

  /** Whether a document belongs to the workspace, by its language and its place. */
  allows(scope: DocumentScope): boolean {
    return isInScope(scope, this.settings) && !this.keepsOut(scope.uri);
  }

  keepsOut(uri: vscode.Uri): boolean {
    return isKeptOut(this.relative(uri), this.options.filter);
  }

  private languageOf(name: string): string | undefined {
    const named = this.options.associations.find(({ fits }) => fits(name));
    return named?.language ?? languageOfName(name);
  }

  private async readIgnoreFiles(token: vscode.CancellationToken): Promise<void> {
    const pattern = new vscode.RelativePattern(this.folder, `**/{${IGNORE_FILES.join(',')}}`);
    const uris = await vscode.workspace.findFiles(pattern, this.plainExcludes(), MAX_IGNORE_FILES, token);
    const folders = new Map(uris.map((uri) => [parentOf(uri).toString(), parentOf(uri)]));
    await Promise.all([...folders.values()].map(async (folder) => this.readIgnoreFilesOf(folder)));
  }

  private async readIgnoreFilesOf(folder: vscode.Uri): Promise<void> {
    const reading = IGNORE_FILES.map(async (name) => this.textOf(vscode.Uri.joinPath(folder, name)));
    const texts = await Promise.all(reading);
    this.options.filter.ignoreFiles.add(this.relative(folder), texts.join('\n'));
  }

  /** One that is gone meanwhile, or cannot be read, ignores nothing. */
  private async textOf(uri: vscode.Uri): Promise<string> {
    try {
      const reading = vscode.workspace.fs.readFile(uri);
      return new TextDecoder().decode(await inTime(reading, this.options.timeout));
    } catch {
      return '';
    }
  }

  private namePatterns(): string[] {
    const { languages } = this.ownSettings();
    const associated = this.options.associations.filter(({ language }) => languages.includes(language));
    return [
      ...extensionsOf(languages).map((extension) => `*.${extension}`),
      ...associated.map(({ glob }) => glob.replace(/^\*\*\//, '')).filter(isPlain),
    ];
  }

  /** For the search alone, which is quicker for it: everything that is found is asked again. */
  private plainExcludes(): string | null {
    const { exclude } = this.ownSettings();
    const globs = [...this.options.excludes, ...exclude].filter(isPlain);
    return globs.length > 0 ? `{${globs.join(',')}}` : null;
  }

  /** Those that do not depend on the language. */
  private ownSettings(): Settings {
    return this.settings.for({ uri: this.folder.uri, languageId: '' });
  }

  private relative({ path }: vscode.Uri): string {
    return path.slice(this.folder.uri.path.replace(/\/$/, '').length + 1);
  }
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

function isPlain(glob: string): boolean {
  return glob !== '' && !/[{},]/.test(glob);
}
