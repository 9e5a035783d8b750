import { existsSync, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { languageOfName } from '../core/documents/languages';
import { globTest, inclusionTest, type PathTest } from '../core/settings/globs';
import type { Settings } from '../core/settings/settings';
import { failure, success, type Result } from '../core/text/result';
import {
  includesItself,
  isLeftOut,
  settingsUnder,
  type Configurations,
  type FolderConfiguration,
} from './configurations';
import { Ignored } from './ignored';
import { OtherKinds } from './otherKinds';
import { NOT_A_FILE, reasonFor } from './read';
import { realFolder, relativePath, rootOf } from './repository';

/** A file to look at: as the user named it, or below a folder that the user named. */
export interface SourceFile {
  /** With `/` on every system; relative where the argument was. */
  readonly path: string;
  readonly languageId: string;
  /** False below a folder that was named. */
  readonly isNamed: boolean;
  readonly settings: Settings;
}

/** Which files are looked at below a folder. One that is named itself always is. */
export interface Selection {
  /** Globs of what is left out, relative to the folder. */
  readonly exclude: readonly string[];
  /** Those of the editor, before configurations. Globs are relative to the workspace folder; without it, to the folder. */
  readonly settings: Settings;
  readonly workspaceFolder: string | undefined;
  readonly configurations: Configurations;
  /** Whether ignore files say what is left out. */
  readonly usesIgnoreFiles: boolean;
  /** What options of the command line say more than any configuration. */
  readonly withOptions: (settings: Settings) => Settings;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The files at the paths and the selected ones below them, sorted, none twice; `others` counts those of other kinds. */
export async function findFiles(
  paths: readonly string[],
  selection: Selection,
  others = new OtherKinds(),
): Promise<Result<SourceFile[]>> {
  const found = new Map<string, SourceFile>();
  for (const each of paths) {
    const files = await filesAt(each, selection, others);
    if (!files.ok) return files;
    for (const file of files.value) {
      const key = path.resolve(file.path);
      const isNamed = file.isNamed || found.get(key)?.isNamed === true;
      found.set(key, { ...file, path: toSlashes(path.normalize(file.path)), isNamed });
    }
  }
  return success([...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

async function filesAt(
  each: string,
  selection: Selection,
  others: OtherKinds,
): Promise<Result<SourceFile[]>> {
  try {
    const known = await stat(each);
    if (known.isFile()) return await namedFile(each, selection);
    if (!known.isDirectory()) return failure('unreadable', `${each}: ${NOT_A_FILE}`);
    return await new Walk(each, selection, () => true, others, { countsOthers: true }).files();
  } catch (error) {
    if (isMissing(error) && isGlob(each)) return filesOfGlob(each, selection, others);
    return failure('unreadable', reasonFor(each, error));
  }
}

/** As the user named it: no configuration leaves it out, and one still has its settings. */
export async function namedFile(file: string, selection: Selection): Promise<Result<SourceFile[]>> {
  const folder = path.dirname(path.resolve(file));
  const found = await selection.configurations.of(folder);
  if (!found.ok) return found;
  const place = path.join(await realFolder(folder), path.basename(file));
  return success([
    {
      path: file,
      languageId: languageOfName(path.basename(file)) ?? 'plaintext',
      isNamed: true,
      settings: selection.withOptions(settingsUnder(found.value, selection.settings, place)),
    },
  ]);
}

/** A glob that the shell left as it is, with `/` on every system. */
function isGlob(argument: string): boolean {
  return /[*?[{]/.test(argument);
}

/** What a glob fits has the language that its name tells, where the glob ends with an extension. */
async function filesOfGlob(
  glob: string,
  selection: Selection,
  others: OtherKinds,
): Promise<Result<SourceFile[]>> {
  const { base, glob: rest } = picomatch.scan(toSlashes(glob).replace(/^\.\//, ''));
  const folder = base === '' ? '.' : base;
  const known = await stat(folder).catch(() => undefined);
  const fits = globTest([rest]);
  const anyLanguage = /\.[\w{},]+$/.test(rest);
  const files = known?.isDirectory()
    ? await new Walk(folder, selection, fits, others, { anyLanguage }).files()
    : success([]);
  if (files.ok && files.value.length === 0) return failure('no-match', `${glob}: matches no file`);
  return files;
}

/** A name with bytes that are not UTF-8 has marks in their place, and leads nowhere. */
function isMisnamed(folder: string, name: string): boolean {
  return name.includes('\uFFFD') && !existsSync(path.join(folder, name));
}

/** Looks for files below a folder. Links are not followed, so that no loop and no place outside is walked into. */
class Walk {
  /** Absolute and without links. */
  private place = '';
  private root = '';
  private ignored: Ignored | undefined;
  private readonly isInside: PathTest;
  /** By the settings of the editor, without a configuration that includes files and with one. */
  private readonly isInBase: { readonly plain: PathTest; readonly included: PathTest };

  constructor(
    private readonly folder: string,
    private readonly selection: Selection,
    private readonly fits: PathTest,
    private readonly others: OtherKinds,
    private readonly more: { readonly anyLanguage?: boolean; readonly countsOthers?: boolean },
  ) {
    const { settings, exclude } = selection;
    this.isInside = inclusionTest({ include: [], exclude });
    this.isInBase = {
      plain: inclusionTest(settings),
      included: inclusionTest({ include: [], exclude: settings.exclude }),
    };
  }

  async files(): Promise<Result<SourceFile[]>> {
    this.place = await realFolder(this.folder);
    this.root = await rootOf(this.place);
    if (this.selection.usesIgnoreFiles) this.ignored = await Ignored.from(this.root, this.place);
    return this.below('');
  }

  /** `inside` is relative to the folder. */
  private async below(inside: string): Promise<Result<SourceFile[]>> {
    const folder = path.join(this.folder, inside);
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.map(({ name }) => name);
    const place = path.join(this.place, inside);
    await this.ignored?.enter(place, names);
    const found = await this.selection.configurations.of(place, this.root);
    if (!found.ok) return found;
    const files: SourceFile[] = [];
    const folders: string[] = [];
    for (const entry of entries) {
      const relative = path.join(inside, entry.name);
      if (isMisnamed(folder, entry.name)) {
        this.tellMisnamed(relative, entry);
        continue;
      }
      if (entry.isDirectory() && this.isEntered(relative)) folders.push(relative);
      if (entry.isFile()) files.push(...this.fileAt(relative, found.value));
    }
    for (const nested of await Promise.all(folders.map(async (each) => this.below(each)))) {
      if (!nested.ok) return nested;
      files.push(...nested.value);
    }
    return success(files);
  }

  /** Only what would have been read or entered. */
  private tellMisnamed(relative: string, entry: Dirent): void {
    const isRead = entry.isDirectory()
      ? this.isEntered(relative)
      : entry.isFile() && languageOfName(entry.name) !== undefined;
    if (isRead) this.others.addMisnamed(path.join(this.folder, relative));
  }

  private isEntered(relative: string): boolean {
    const isKept = this.ignored?.has(path.join(this.place, relative), true) !== true;
    return isKept && !SKIPPED_FOLDERS.has(path.basename(relative));
  }

  /** Empty for a file that is not wanted. */
  private fileAt(relative: string, found: FolderConfiguration | undefined): SourceFile[] {
    const { settings: base, withOptions } = this.selection;
    const { anyLanguage = false, countsOthers = false } = this.more;
    const place = path.join(this.place, relative);
    const file = path.join(this.folder, relative);
    if (!this.isSelected(relative, file, found)) return [];
    const settings = withOptions(settingsUnder(found, base, place));
    const languageId = languageOfName(path.basename(relative));
    if (anyLanguage || (languageId !== undefined && isOfLanguages(file, settings)))
      return [{ path: file, languageId: languageId ?? 'plaintext', isNamed: false, settings }];
    if (countsOthers) this.others.add(file, relative);
    return [];
  }

  private isSelected(relative: string, file: string, found: FolderConfiguration | undefined): boolean {
    const { workspaceFolder = this.folder } = this.selection;
    const place = path.join(this.place, relative);
    const shown = toSlashes(relative);
    const isInBase = includesItself(found) ? this.isInBase.included : this.isInBase.plain;
    return (
      this.fits(shown) &&
      this.isInside(shown) &&
      isInBase(relativePath(workspaceFolder, file)) &&
      !isLeftOut(found, place) &&
      this.ignored?.has(place) !== true
    );
  }
}

function isOfLanguages(file: string, { languages }: Settings): boolean {
  const language = languageOfName(path.basename(file));
  return language !== undefined && languages.includes(language);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EINVAL');
}

function toSlashes(file: string): string {
  return file.split(path.sep).join('/');
}
