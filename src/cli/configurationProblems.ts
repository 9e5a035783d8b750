import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { deadGlobs, type DeadGlob } from '../core/configuration/deadGlobs';
import { globsOf } from '../core/configuration/configuration';
import { failure, type Result } from '../core/text/result';
import type { Configurations, FolderConfiguration } from './configurations';

/** A configuration that does nothing where somebody thought it would; `found` is the number of files that are left. */
export async function configurationProblem(
  configurations: Configurations,
  found: number,
): Promise<Result<never> | undefined> {
  const all = await configurations.all();
  for (const each of all) {
    const { configuration } = each;
    const { include, exclude } = globsOf(configuration);
    if (include.length + exclude.length + configuration.overrides.length === 0) continue;
    const [dead] = deadGlobs(configuration, await namesBelow(each.folder));
    const name = configuration.files.at(-1) ?? '';
    if (dead) return failure('bad-configuration', `${name}: ${told(dead)}`);
    if (found === 0)
      return failure('bad-configuration', `${name}: its include and exclude leave no file to read`);
  }
  return undefined;
}

function told({ key, glob, meant }: DeadGlob): string {
  return `${key}: ${glob} matches no file.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

const MAX_NAMES = 500_000;
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The names of all files below, relative to the folder and with `/`; what cannot be read has none. */
async function namesBelow(folder: FolderConfiguration['folder']): Promise<string[]> {
  const names: string[] = [];
  for (let level = ['']; level.length > 0 && names.length < MAX_NAMES;) {
    const below: string[] = [];
    for (const inside of level) {
      const entries = await readdir(path.join(folder, inside), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
        if (!entry.isDirectory()) names.push(name);
        else if (!SKIPPED.has(entry.name)) below.push(name);
      }
    }
    level = below;
  }
  return names;
}
