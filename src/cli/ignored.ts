import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { IGNORE_FILES, IgnoreFiles } from '../core/index/ignoreFiles';
import { decodeText } from '../core/text/decode';
import { relativePath } from './repository';

/** What the ignore files of a repository leave out: those above a folder, and those below it as they are met. */
export class Ignored {
  private readonly files = new IgnoreFiles();

  private constructor(private readonly root: string) {}

  /** `folder` is at or below `root`, both absolute and without links. */
  static async from(root: string, folder: string): Promise<Ignored> {
    const ignored = new Ignored(root);
    for (let at = path.dirname(folder); at.length >= root.length && at !== folder; at = path.dirname(at)) {
      await ignored.enter(at, IGNORE_FILES);
      if (path.dirname(at) === at) break;
    }
    return ignored;
  }

  /** Before what is in a folder is judged; one that cannot be read ignores nothing. */
  async enter(folder: string, names: readonly string[]): Promise<void> {
    const own = IGNORE_FILES.filter((each) => names.includes(each));
    const texts = await Promise.all(own.map(async (each) => textOf(path.join(folder, each))));
    if (texts.some((text) => text !== '')) this.files.add(relativePath(this.root, folder), texts.join('\n'));
  }

  has(place: string, isFolder = false): boolean {
    return this.files.ignores(relativePath(this.root, place) + (isFolder ? '/' : ''));
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file).then(decodeText, () => '');
}
