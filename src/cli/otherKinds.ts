import path from 'node:path';
import { printable } from './printable';

/** How many endings are named. */
const MAX_NAMED = 5;

/** A file, or one in a folder, that systems and programs hide. */
const HIDDEN = /(?:^|[\\/])\.[^\\/.]/;

/**
 * What of folders isn't read: files of other kinds, which are counted, and names that aren't UTF-8, which are told.
 * Hidden files are nobody's policies.
 */
export class OtherKinds {
  private readonly files = new Set<string>();
  private readonly misnamed = new Set<string>();

  /** `name` is relative to the folder that was named. */
  add(file: string, name: string): void {
    if (!HIDDEN.test(name)) this.files.add(path.resolve(file));
  }

  /** A file or a folder that can't be opened by its name, since the name isn't UTF-8. */
  addMisnamed(place: string): void {
    this.misnamed.add(place);
  }

  /** All that is to be told of them; empty if there is nothing. */
  get notes(): string {
    const misnamed = [...this.misnamed].sort();
    const lines = misnamed.map((place) => `${printable(place)}: its name isn't UTF-8, so it was not read\n`);
    return lines.join('') + this.note;
  }

  /** `Skipped 12 files of other kinds (.py, .ps1).`, the most frequent first; empty if there are none. */
  private get note(): string {
    const counts = new Map<string, number>();
    for (const file of this.files) {
      const ending = path.extname(file).toLowerCase() || path.basename(file);
      counts.set(ending, (counts.get(ending) ?? 0) + 1);
    }
    const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
    const total = this.files.size;
    if (total === 0) return '';
    const named = sorted.slice(0, MAX_NAMED).map(([ending]) => printable(ending));
    const rest = sorted.length > MAX_NAMED ? ', …' : '';
    const [files, kinds] = total === 1 ? ['file', 'another kind'] : ['files', 'other kinds'];
    return `Skipped ${total} ${files} of ${kinds} (${named.join(', ')}${rest}).\n`;
  }
}
