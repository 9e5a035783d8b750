import { failure, success, type Result } from '../text/result';
import { messageOf } from './store/files';

/** What a server answers. */
export interface Reply {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location: string | undefined;
  /** In bytes, if the server says so and nothing is compressed. */
  readonly length: number | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Asks for an address, without following redirects. @throws Error if there is no answer */
export type Transport = (address: string, signal: AbortSignal) => Promise<Reply>;

/** Calls back after some milliseconds, unless it is told not to. */
export type Timer = (ms: number, call: () => void) => () => void;

export interface DownloadOptions {
  readonly transport: Transport;
  readonly timer: Timer;
  /** The user's. */
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number, of: number | undefined) => void;
  /** In bytes. */
  readonly maxBytes: number;
  /** In milliseconds: how long a server may send nothing, and how long it may take in all. */
  readonly idle?: number;
  readonly total?: number;
  /** Tests let a server of their own through. */
  readonly isAllowed?: (address: string) => boolean;
}

const IDLE = 30_000;
const TOTAL = 15 * 60_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Loads a file. There is one sentence on whatever goes wrong. */
export async function download(address: string, options: DownloadOptions): Promise<Result<Uint8Array>> {
  const { signal, timer, idle = IDLE, total = TOTAL } = options;
  const control = new AbortController();
  let late: string | undefined;
  const stop = (why: string): void => {
    late ??= why;
    control.abort();
  };
  const onAbort = (): void => control.abort();
  signal.addEventListener('abort', onAbort);
  const stopTotal = timer(total, () => stop(`took longer than ${total / 60_000} minutes`));
  let stopIdle = (): void => undefined;
  const alive = (): void => {
    stopIdle();
    stopIdle = timer(idle, () => stop(`sent nothing for ${idle / 1000} seconds`));
  };
  try {
    alive();
    return await unlessAborted(load(address, options, control.signal, alive), control.signal);
  } catch (error) {
    if (signal.aborted) return failure('cancelled', 'The download was cancelled. Nothing changed.');
    const why = late ?? `couldn't be loaded: ${reasonOf(error)}`;
    return failure('download', `${address} ${why}.`);
  } finally {
    stopIdle();
    stopTotal();
    signal.removeEventListener('abort', onAbort);
    control.abort();
  }
}

/** A server that hangs isn't waited for. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')));
    if (signal.aborted) reject(new Error('aborted'));
  });
  work.catch(() => undefined);
  return Promise.race([work, aborted]);
}

async function load(
  first: string,
  options: DownloadOptions,
  signal: AbortSignal,
  alive: () => void,
): Promise<Result<Uint8Array>> {
  const { isAllowed = isHttps, transport } = options;
  let address = first;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    if (!isAllowed(address))
      return hops === 0
        ? failed(first, "isn't an https address")
        : failed(first, `redirects to ${shown(address)}, which isn't an https address`);
    const reply = await transport(address, signal);
    if (!REDIRECTS.has(reply.status) || reply.location === undefined)
      return bodyOf(first, reply, options, alive);
    address = new URL(reply.location, address).href;
  }
  return failed(first, `redirects more than ${MAX_REDIRECTS} times`);
}

async function bodyOf(
  address: string,
  { status, length, chunks }: Reply,
  { maxBytes, onProgress }: DownloadOptions,
  alive: () => void,
): Promise<Result<Uint8Array>> {
  if (status !== 200) return failed(address, `can't be loaded: the server answered ${status}`);
  const tooLarge = (): Result<never> => failed(address, `is larger than ${maxBytes / 1_000_000} MB`);
  if (length !== undefined && length > maxBytes) return tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of chunks) {
    alive();
    size += piece.length;
    if (size > maxBytes) return tooLarge();
    pieces.push(piece);
    onProgress(size, length);
  }
  if (length !== undefined && size !== length)
    return failed(address, `ended after ${size} of ${length} bytes`);
  return success(joined(pieces, size));
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** An address with a name and a password in it is none of ours. */
export function isHttps(address: string): boolean {
  try {
    const { protocol, username, password } = new URL(address);
    return protocol === 'https:' && username === '' && password === '';
  } catch {
    return false;
  }
}

function shown(address: string): string {
  return address.slice(0, 200);
}

function failed(address: string, what: string): Result<never> {
  return failure('download', `${address} ${what}.`);
}

/** `fetch` says why in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return messageOf(cause);
}

/** The last part of an address: the name of the file, that may say the version. */
export function nameOf(address: string): string {
  const { pathname } = new URL(address);
  return pathname.slice(pathname.lastIndexOf('/') + 1) || pathname;
}
