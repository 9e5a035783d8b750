import { failure, success, type Result } from '../../text/result';
import { messageOf, readText, type StoreFiles, type Unique } from './files';
import { parseState, serialOf, stateName, STATE_FORMAT, type Generation, type StoreState } from './state';

const NOTHING: StoreState = { format: STATE_FORMAT, current: null, previous: null, canRollBack: false };
/** In milliseconds: what nobody refers to and is younger may be somebody's import that is under way. */
const UNFINISHED = 60 * 60 * 1000;
const FOLDER = /^(?:source|merged|draft)-([0-9a-z]+)-[0-9a-z]+/;

/** What holds, and the number of the file that says so. */
export interface Snapshot {
  readonly serial: number;
  readonly state: StoreState;
}

/**
 * Imported data on a disk that several windows share. Nothing that is in use is ever changed: an import writes new
 * folders, and then, by one rename, a state that names them. Whatever ends it before leaves the old state in use.
 */
export class Store {
  constructor(
    private readonly files: StoreFiles,
    private readonly unique: Unique,
  ) {}

  /** What holds now. A state that can't be read gives way to the one before. */
  async read(): Promise<Snapshot> {
    const serials = await this.serials();
    for (const serial of serials.toSorted((a, b) => b - a)) {
      const state = await this.stateOf(serial);
      if (state) return { serial: Math.max(...serials), state };
    }
    return { serial: Math.max(0, ...serials), state: NOTHING };
  }

  /** A name for a new folder, which begins with its kind. */
  newFolder(kind: 'source' | 'merged'): string {
    return `${kind}-${this.unique.now().toString(36)}-${this.unique.random()}`;
  }

  /** @throws Error if it can't be written */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.files.write(path, bytes);
  }

  /** Makes a generation the current one, unless somebody else changed what holds since the snapshot was taken. */
  async commit({ serial, state }: Snapshot, next: Generation): Promise<Result<void>> {
    return this.replace(serial, { ...NOTHING, current: next, previous: state.current, canRollBack: true });
  }

  /** Goes back to the data before; once more, and it returns. */
  async rollBack(): Promise<Result<StoreState>> {
    const { serial, state } = await this.read();
    if (!state.canRollBack) return failure('nothing', 'There is nothing to roll back.');
    const next = { ...state, current: state.previous, previous: state.current };
    const done = await this.replace(serial, next);
    return done.ok ? success(next) : done;
  }

  /** Removes what an import that failed wrote; best effort. */
  async discard(folders: Iterable<string>): Promise<void> {
    for (const folder of folders) await this.files.remove(folder).catch(() => undefined);
  }

  private async replace(serial: number, state: StoreState): Promise<Result<void>> {
    const draft = `draft-${this.unique.now().toString(36)}-${this.unique.random()}.json`;
    try {
      await this.files.write(draft, new TextEncoder().encode(JSON.stringify(state)));
      if (Math.max(0, ...(await this.serials())) !== serial) {
        await this.discard([draft]);
        return failure('conflict', 'Another window changed the imported data meanwhile. Try again.');
      }
      await this.files.rename(draft, stateName(serial + 1));
    } catch (error) {
      await this.discard([draft]);
      return failure('unwritable', `Could not store the data: ${messageOf(error)}`);
    }
    await this.clean(serial + 1, state);
    return success(undefined);
  }

  /** Removes older states, and folders that neither the state nor an import under way can refer to; best effort. */
  private async clean(serial: number, { current, previous }: StoreState): Promise<void> {
    const used = new Set(
      [current, previous].flatMap((each) =>
        each ? [...each.sources.map(({ id }) => id), each.merged.folder] : [],
      ),
    );
    const names = await this.files.list('').catch(() => []);
    await this.discard(
      names.filter((name) => {
        const own = serialOf(name);
        if (own !== undefined) return own < serial;
        const [, written] = FOLDER.exec(name) ?? [];
        const isOld = written !== undefined && parseInt(written, 36) < this.unique.now() - UNFINISHED;
        return isOld && !used.has(name);
      }),
    );
  }

  private async serials(): Promise<number[]> {
    const names = await this.files.list('').catch(() => []);
    return names.map(serialOf).filter((serial) => serial !== undefined);
  }

  private async stateOf(serial: number): Promise<StoreState | undefined> {
    try {
      const state = parseState(stateName(serial), await readText(this.files, stateName(serial)));
      return state.ok ? state.value : undefined;
    } catch {
      return undefined;
    }
  }
}
