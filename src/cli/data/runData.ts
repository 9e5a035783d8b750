import { createHash } from 'node:crypto';
import { DEFAULT_ADDRESSES } from '../../core/publisher/addresses';
import { download, nameOf, type DownloadOptions } from '../../core/publisher/download';
import { LocalEngine } from '../../core/publisher/engine';
import { importFiles, MAX_FILE, type ImportReport, type InputFile } from '../../core/publisher/importFiles';
import { Store } from '../../core/publisher/store/store';
import { reportLines, stateLines } from '../../core/publisher/summary';
import { failure, success, type Result } from '../../core/text/result';
import type { DataCommand } from '../arguments';
import { json } from '../json';
import { printable } from '../printable';
import type { BundledTexts } from '../knowledge';
import { inputFiles } from './inputFiles';
import { nodeFiles, UNIQUE } from './nodeFiles';
import { nodeTransport } from './transport';

/** What the command needs of the world; tests have a server and a signal of their own. */
export interface DataWorld {
  readonly storage: string;
  readonly bundled: BundledTexts;
  readonly signal: AbortSignal;
  /** Where the publishers' files are, if the command names no addresses. */
  readonly addresses?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly overrides?: Partial<DownloadOptions>;
}

/** Imports, downloads, lists or rolls back publishers' files. */
export async function runData(
  { action, names, format }: DataCommand,
  world: DataWorld,
): Promise<Result<{ readonly out: string; readonly error: string }>> {
  const store = new Store(nodeFiles(world.storage), UNIQUE);
  switch (action) {
    case 'list': {
      const { state } = await store.read();
      return printed(format, state, () => [...stateLines(state), `Folder: ${world.storage}`]);
    }
    case 'rollback': {
      const state = await store.rollBack();
      return state.ok ? printed(format, state.value, () => stateLines(state.value)) : state;
    }
    default: {
      const inputs =
        action === 'import'
          ? await inputFiles(names)
          : success(downloads(names.length > 0 ? names : (world.addresses ?? DEFAULT_ADDRESSES), world));
      if (!inputs.ok) return inputs;
      const report = await importInto(store, inputs.value, world);
      return report.ok ? printed(format, report.value, () => reportLines(report.value)) : report;
    }
  }
}

function printed(
  format: DataCommand['format'],
  value: object,
  lines: () => readonly string[],
): Result<{ out: string; error: string }> {
  const out = format === 'json' ? json(value) : `${lines().map(printable).join('\n')}\n`;
  return success({ out, error: '' });
}

async function importInto(
  store: Store,
  inputs: readonly InputFile[],
  { storage, bundled, signal, say }: DataWorld,
): Promise<Result<ImportReport>> {
  return importFiles(inputs, {
    store,
    files: nodeFiles(storage),
    engine: new LocalEngine(),
    bundled: bundled.texts,
    base: bundled.base,
    sha256: async (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
    now: () => new Date().toISOString(),
    isCancelled: () => signal.aborted,
    onFile: (name, index) => say(`${index + 1} of ${inputs.length}: ${name}`),
  });
}

function downloads(addresses: readonly string[], { signal, env, overrides }: DataWorld): InputFile[] {
  const timer: DownloadOptions['timer'] = (ms, call) => {
    const running = setTimeout(call, ms);
    return () => clearTimeout(running);
  };
  const options: DownloadOptions = {
    transport: nodeTransport(env),
    timer,
    signal,
    onProgress: () => undefined,
    maxBytes: MAX_FILE,
    ...overrides,
  };
  return addresses.map((address) => ({
    name: nameOf(address),
    read: async () => download(address, options),
  }));
}

export function missingStorage(): Result<never> {
  return failure('no-storage', 'CONTROL_LENS_DATA is off, so there is no folder for imported data.');
}
