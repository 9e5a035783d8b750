/** What a run knows of where it was started; none of it decides what is found. */
export interface Terminal {
  /** Whether what is printed is colored. */
  readonly hasColors: boolean;
  /** Whether somebody reads the output as it is printed: findings are shown with their lines. */
  readonly isRead: boolean;
  /** Everything that comes by the standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Prints at once, so that a long run shows what it finds; without it, everything is printed at the end. */
  readonly print: ((text: string) => void) | undefined;
  /** Where imported data is kept; undefined for none. */
  readonly storage?: string | undefined;
  /** Of the process; it names the proxy of a download. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Aborted if the user stops the run. */
  readonly signal?: AbortSignal;
  /** Says what a long run is doing. */
  readonly say?: (line: string) => void;
  /** Told after each file. */
  readonly progress: ((done: number, all: number) => void) | undefined;
}

/** A pipe: no colors, nothing at once. */
export const PIPE: Terminal = {
  hasColors: false,
  isRead: false,
  input: async () => Promise.resolve(new Uint8Array()),
  print: undefined,
  progress: undefined,
};

/**
 * Whether a stream gets colors: `FORCE_COLOR` asks for them or, with 0 or false, against; else `NO_COLOR` is against;
 * else they are for terminals.
 */
export function wantsColors(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: kind } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (none !== undefined && none !== '') return false;
  return isTerminal && kind !== 'dumb';
}
