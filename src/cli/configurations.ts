import { realpath, readdir } from 'node:fs/promises';
import path from 'node:path';
import { configuredSettings, globsOf, type Configuration } from '../core/configuration/configuration';
import { CONFIGURATION_FILES } from '../core/configuration/keys';
import { loadConfiguration } from '../core/configuration/loadConfiguration';
import type { Settings } from '../core/settings/settings';
import { failure, success, type Result } from '../core/text/result';
import { readText } from './read';
import { isBelow, realFolder, relativePath, rootOf } from './repository';

/** The configuration that holds for a folder. */
export interface FolderConfiguration {
  readonly configuration: Configuration;
  /** Absolute; that of the file that was found. */
  readonly folder: string;
  /** Absolute; that the paths of the configuration are relative to. */
  readonly root: string;
}

type Found = Result<FolderConfiguration | undefined>;

/** The configurations that a run meets, each read once. */
export class Configurations {
  private readonly byFolder = new Map<string, Promise<Found>>();

  constructor(private readonly isOff = false) {}

  /** The nearest one, in the folder or above it, up to the root: that of the repository unless told. */
  async of(folder: string, root?: string): Promise<Found> {
    if (this.isOff) return success(undefined);
    const place = await realFolder(folder);
    return this.upFrom(place, root ?? (await rootOf(place)));
  }

  /** All that were found so far, each once. */
  async all(): Promise<FolderConfiguration[]> {
    const found = await Promise.all(this.byFolder.values());
    const known = found.flatMap((each) => (each.ok && each.value ? [each.value] : []));
    return [...new Map(known.map((each) => [each.configuration.files.at(-1), each])).values()];
  }

  private async upFrom(folder: string, root: string): Promise<Found> {
    const known = this.byFolder.get(folder) ?? this.look(folder, root);
    this.byFolder.set(folder, known);
    return known;
  }

  private async look(folder: string, root: string): Promise<Found> {
    const names = new Set(await readdir(folder).catch(() => []));
    const [name, other] = CONFIGURATION_FILES.filter((each) => names.has(each));
    if (other !== undefined)
      return failure('bad-configuration', `${folder}: has ${name ?? ''} and ${other}. Keep one of them`);
    if (name !== undefined) return this.load(folder, root, name);
    if (folder === root || path.dirname(folder) === folder) return success(undefined);
    return this.upFrom(path.dirname(folder), root);
  }

  private async load(folder: string, root: string, name: string): Promise<Found> {
    const file = relativePath(root, path.join(folder, name));
    const loaded = await loadConfiguration(file, async (each) => readInside(root, each));
    return loaded.ok ? success({ configuration: loaded.value, folder, root }) : loaded;
  }
}

/** A link may not lead out of the repository. */
async function readInside(root: string, file: string): Promise<Result<string>> {
  const place = path.join(root, file);
  const real = await realpath(place).catch(() => place);
  if (!isBelow(real, root))
    return failure('bad-configuration', `${file}: a link that leads out of the repository`);
  const text = await readText(place);
  return text.ok ? text : failure('bad-configuration', text.failure.message);
}

/** The settings of a file under what holds for its folder; `place` is absolute. */
export function settingsUnder(
  found: FolderConfiguration | undefined,
  base: Settings,
  place: string,
): Settings {
  return found ? configuredSettings(base, found.configuration, relativePath(found.folder, place)) : base;
}

/** Whether a configuration says itself which files are included, so that the base does not. */
export function includesItself(found: FolderConfiguration | undefined): boolean {
  return found !== undefined && globsOf(found.configuration).include.length > 0;
}

export function isLeftOut(found: FolderConfiguration | undefined, place: string): boolean {
  return found !== undefined && !found.configuration.isIncluded(relativePath(found.folder, place));
}
