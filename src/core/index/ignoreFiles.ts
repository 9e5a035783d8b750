import ignore, { type Ignore } from 'ignore';

/** The later one has the last word. */
export const IGNORE_FILES: readonly string[] = ['.gitignore', '.control-lensignore'];

const MAX_SIZE = 200_000;
const MAX_RULE = 300;
/** A rule with many double stars takes long on a deep path; the time grows with the depth to the power of their number. */
const MAX_DOUBLE_STARS = 3;
const MAX_DEPTH = 40;

/** The ignore files of a folder and of those below it, as git reads them. Paths have `/` and are relative. */
export class IgnoreFiles {
  private readonly byFolder = new Map<string, Ignore>();
  private readonly folders = new Map<string, boolean>();

  /** `folder` is where the file lies: `''`, or `docs/old`. A file that is too large, or none, ignores nothing. */
  add(folder: string, text: string): void {
    if (text.length > MAX_SIZE) return;
    this.folders.clear();
    this.byFolder.set(folder, ignore({ ignorecase: false }).add(text.split(/\r\n|\r|\n/).filter(isHarmless)));
  }

  /** Nothing below an ignored folder can be taken back, as in git. */
  ignores(path: string): boolean {
    if (this.byFolder.size === 0 || path.split('/').length > MAX_DEPTH) return false;
    const slash = path.lastIndexOf('/');
    if (slash > 0 && this.ignoresFolder(path.slice(0, slash))) return true;
    return this.decide(path);
  }

  private ignoresFolder(folder: string): boolean {
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const slash = folder.lastIndexOf('/');
    const isIgnored = (slash > 0 && this.ignoresFolder(folder.slice(0, slash))) || this.decide(`${folder}/`);
    this.folders.set(folder, isIgnored);
    return isIgnored;
  }

  /** The file nearest to the path that says anything of it decides. Its parents are known not to be ignored. */
  private decide(path: string): boolean {
    const parts = path.split('/');
    const last = parts.length - (path.endsWith('/') ? 2 : 1);
    for (let depth = last; depth >= 0; depth--) {
      const own = this.byFolder.get(parts.slice(0, depth).join('/'));
      if (!own) continue;
      const ignored = depth < last && isIgnoredBy(own, `${parts.slice(depth, last).join('/')}/`);
      const said = ignored ? undefined : saidBy(own, parts.slice(depth).join('/'));
      if (said !== undefined) return said;
    }
    return false;
  }
}

/** Undefined where no rule speaks of the path. */
function saidBy(own: Ignore, path: string): boolean | undefined {
  if (!ignore.isPathValid(path)) return undefined;
  const { ignored, unignored } = own.test(path);
  return ignored || unignored ? ignored : undefined;
}

/** What this file says of the parent was overruled by a nearer one, and says nothing of what is in it. */
function isIgnoredBy(own: Ignore, folder: string): boolean {
  return saidBy(own, folder) === true;
}

function isHarmless(rule: string): boolean {
  return rule.length <= MAX_RULE && rule.split('**').length - 1 <= MAX_DOUBLE_STARS;
}
