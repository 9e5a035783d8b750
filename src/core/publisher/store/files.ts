/** Where imported data is kept. Paths are relative to it, with `/` between their parts. */
export interface StoreFiles {
  /** The names in a folder, in any order; none if there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** @throws Error if it can't be read */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Writes a new file, and makes the folders that it needs. @throws Error if that fails */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Gives a file a name that no other file has, at once. @throws Error if that fails */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file, or a folder with all that is in it. @throws Error if that fails */
  readonly remove: (path: string) => Promise<void>;
}

/** What tells one moment and one writer from another. */
export interface Unique {
  /** In milliseconds. */
  readonly now: () => number;
  /** Letters and digits that no other writer has. */
  readonly random: () => string;
}

export async function readText(files: StoreFiles, path: string): Promise<string> {
  return new TextDecoder().decode(await files.read(path));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
