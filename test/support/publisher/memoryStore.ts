import type { StoreFiles, Unique } from '../../../src/core/publisher/store/files';

/** A store in memory, in which any operation can be made to fail. */
export class MemoryStore implements StoreFiles {
  readonly contents = new Map<string, Uint8Array>();
  /** Called before each operation that changes something, with its number from 1; it may throw. */
  onChange: (count: number, path: string) => void = () => undefined;
  private changes = 0;

  readonly list = async (folder: string): Promise<string[]> => {
    const prefix = folder === '' ? '' : `${folder}/`;
    const below = [...this.contents.keys()].filter((name) => name.startsWith(prefix));
    return Promise.resolve([...new Set(below.map((name) => name.slice(prefix.length).split('/')[0] ?? ''))]);
  };

  readonly read = async (path: string): Promise<Uint8Array> => {
    const bytes = this.contents.get(path);
    if (!bytes) throw new Error(`ENOENT: ${path}`);
    return Promise.resolve(bytes);
  };

  readonly write = async (path: string, bytes: Uint8Array): Promise<void> => {
    this.onChange(++this.changes, path);
    this.contents.set(path, bytes);
    return Promise.resolve();
  };

  readonly rename = async (from: string, to: string): Promise<void> => {
    this.onChange(++this.changes, to);
    const bytes = await this.read(from);
    this.contents.delete(from);
    this.contents.set(to, bytes);
  };

  readonly remove = async (path: string): Promise<void> => {
    for (const name of this.contents.keys())
      if (name === path || name.startsWith(`${path}/`)) this.contents.delete(name);
    return Promise.resolve();
  };

  /** What is there, with its contents. */
  snapshot(): ReadonlyMap<string, string> {
    return new Map([...this.contents].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  }
}

/** Time that goes on by a second whenever it is asked for, and numbers instead of random letters. */
export function counting(start = Date.UTC(2026, 0, 1)): Unique & { skip: (ms: number) => void } {
  let time = start;
  let count = 0;
  return {
    now: () => (time += 1000),
    random: () => String(++count).padStart(4, '0'),
    skip: (ms) => void (time += ms),
  };
}
